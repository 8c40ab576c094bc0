using Vapi.Generators.Parsing.Naming;

namespace Vapi.Generators.Tests.Naming;

public class NameWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("ID", "ID")]
    [InlineData("orgId", "org Id")]
    [InlineData("OpenAIModel", "Open AI Model")]
    [InlineData("OpenAI", "Open AI")]
    [InlineData("AModel", "A Model")]
    [InlineData("V2Beta1X", "V2 Beta1 X")]
    [InlineData("_2Fa", "_2 Fa")]
    [InlineData("AB2", "AB2")]
    public void Word_BeginsWithACapital_AndCapitalsAreOneWord(string name, string expected) => Assert.Equal(expected, string.Join(" ", NameWords.Split(name)));

    [Theory]
    [InlineData("CreateAssistantDTO", "Assistant")]
    [InlineData("UpdateAssistantDto", "Assistant")]
    [InlineData("AssistantRequest", "Assistant")]
    [InlineData("AssistantResponse", "Assistant")]
    [InlineData("AssistantInput", "Assistant")]
    [InlineData("AssistantOutput", "Assistant")]
    [InlineData("AssistantPayload", "Assistant")]
    [InlineData("UpdateOwnerRequestDTO", "Owner")]
    [InlineData("CreateUpdateOwner", "UpdateOwner")]
    [InlineData("GetOwner", "GetOwner")]
    [InlineData("OwnerCreate", "OwnerCreate")]
    [InlineData("RequestOwner", "RequestOwner")]
    [InlineData("CreateDTO", "Create")]
    [InlineData("Create", "Create")]
    [InlineData("RequestDTO", "Request")]
    [InlineData("DTO", "DTO")]
    public void Family_HasNeitherVerbNorRole_ButAlwaysAWord(string name, string expected) => Assert.Equal(expected, NameWords.Family(name));

    [Theory]
    [InlineData("OpenAIModel", "ModelFamily", "OpenAIModelFamily")]
    [InlineData("OpenAIModel", "Model", "OpenAIModel")]
    [InlineData("OpenAIModel", "AIModelName", "OpenAIModelName")]
    [InlineData("OpenAiModel", "AIModelName", "OpenAiModelName")]
    [InlineData("Remodel", "Model", "RemodelModel")]
    [InlineData("ModelOpen", "Model", "ModelOpenModel")]
    [InlineData("Size", "Size2", "SizeSize2")]
    [InlineData("Thing_", "_2", "Thing__2")]
    [InlineData("PlanA", "PlanAPlan", "PlanAPlan")]
    [InlineData("Plan", "", "Plan")]
    public void JoinedNames_DoNotRepeatWords(string name, string next, string expected) => Assert.Equal(expected, NameWords.Join(name, next));

    [Theory]
    [InlineData("OwnerHomeAddressStreet", "Name", 22, "OwnerAddressStreetName")]
    [InlineData("OwnerHomeAddressStreet", "Name", 21, "OwnerStreetName")]
    [InlineData("OwnerHomeAddressStreet", "Name", 26, "OwnerHomeAddressStreetName")]
    [InlineData("OwnerHomeAddressStreet", "Name", 25, "OwnerAddressStreetName")]
    [InlineData("OwnerHomeAddressStreet", "Name", 1, "OwnerStreetName")]
    [InlineData("OwnerHomeAddressStreet", "StreetName", 1, "OwnerStreetName")]
    public void LongName_LosesWordsAfterTheFirst_ButKeepsTwo(string name, string next, int length, string expected) => Assert.Equal(expected, NameWords.WithoutMiddle(name, next, length));

    [Theory]
    [InlineData("Pets", "Pet")]
    [InlineData("HomePets", "HomePet")]
    [InlineData("Ids", "Id")]
    [InlineData("Hobbies", "Hobby")]
    [InlineData("Classes", "Class")]
    [InlineData("Dishes", "Dish")]
    [InlineData("Branches", "Branch")]
    [InlineData("Boxes", "Box")]
    [InlineData("Statuses", "Status")]
    [InlineData("Aliases", "Alias")]
    [InlineData("Houses", "House")]
    [InlineData("Keys", "Key")]
    public void Singular_FollowsTheRules(string name, string expected) => Assert.Equal(expected, NameWords.Singular(name));

    [Theory]
    [InlineData("Pet")]
    [InlineData("Owner")]
    [InlineData("Yes")]
    [InlineData("Gas")]
    [InlineData("Bus")]
    [InlineData("Address")]
    [InlineData("Status")]
    [InlineData("Analysis")]
    [InlineData("HTTPS")]
    [InlineData("PetIDS")]
    [InlineData("")]
    public void NameThatIsNoPlural_IsItsSingular(string name) => Assert.Equal(name, NameWords.Singular(name));

    [Theory]
    [InlineData("Series", "Species", "News", "Movies", "Cookies", "Lies", "Ties", "Pies", "Alias", "Canvas", "Bias", "Gas", "Atlas", "Always", "Has", "Was", "Https", "Dns", "Sms", "Tls", "Css", "Aws", "Gps", "Ios", "Os")]
    public void IrregularWord_IsItsSingular(params string[] names) => Assert.All(names, name => Assert.Equal("Tv" + name, NameWords.Singular("Tv" + name)));
}
