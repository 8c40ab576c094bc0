using Vapi.Generators.Parsing.Naming;

namespace Vapi.Generators.Tests.Naming;

public class MethodNamesTests
{
    /// <summary>Each operation is an ID, path and method, and can have a locked name.</summary>
    [Theory]
    [InlineData("", "pets_list|/pets|get pets_find|/pets/{id}|get", "List Find")]
    [InlineData("", "pets.list|/pets|get pets.find|/pets/{id}|get", "List Find")]
    [InlineData("", "pets-list|/pets|get pets-find|/pets/{id}|get", "List Find")]
    [InlineData("", "pets/list|/pets|get pets/find|/pets/{id}|get", "List Find")]
    [InlineData("", "petsList|/pets|get petsFind|/pets/{id}|get", "PetsList PetsFind")]
    [InlineData("", "pets_|/pets|get pets_find|/pets/{id}|get", "Pets PetsFind")]
    [InlineData("", "pets_list|/pets|get", "PetsList")]
    [InlineData("", "pets_list_all|/pets|get pets_list|/pets/{id}|get", "ListAll List")]
    [InlineData("", "a_b_list|/a|get a_c_list|/b|get", "BList CList")]
    [InlineData("", "one|/a|get two|/b|get", "One Two")]
    // The name of the group, if it begins the name.
    [InlineData("Pets", "petsList|/pets|get find|/pets/{id}|get", "List Find")]
    [InlineData("Pets", "pets|/pets|get", "Pets")]
    [InlineData("Pets", "petsa|/pets|get", "Petsa")]
    [InlineData("Pets", "petsList|/pets|get list|/pets/all|get", "PetsList List")]
    // The name of the controller.
    [InlineData("", "PetController_list|/pets|get OwnerController_find|/owners|get", "List Find")]
    [InlineData("", "PetController_list|/pets|get OwnerController_list|/owners|get", "PetList OwnerList")]
    [InlineData("", "Controller_list|/pets|get", "List")]
    [InlineData("", "PetController_|/pets|get OwnerController_list|/owners|get", "PetController List")]
    // The path and the verb that a framework appends.
    [InlineData("", "list_pets_pets_get|/pets|get", "ListPets")]
    [InlineData("", "list_pets_pets__id__get|/pets/{id}|get", "ListPets")]
    [InlineData("", "list_pets_get|/pets|get", "List")]
    [InlineData("", "_pets_get|/pets|get", "PetsGet")]
    [InlineData("", "list_a_get|/a|get list_b_get|/b|get", "ListAGet ListBGet")]
    // Nothing but the path.
    [InlineData("", "|/pets/{pet-id}/owners|get", "GetPetsByPetIdOwners")]
    [InlineData("", "|/|DELETE", "Delete")]
    // The same ID, and a locked name.
    [InlineData("", "list|/a|get list|/b|get", "List List")]
    [InlineData("", "pets_list|/a|get|Chosen pets_find|/b|get", "Chosen Find")]
    public void Method_HasTheShortestClearName(string group, string operations, string expected)
    {
        List<(string?, string, string, string?)> parsed = [.. operations.Split(' ').Select(o => o.Split('|')).Select(p => (p[0] == "" ? null : p[0], p[1], p[2], p.ElementAtOrDefault(3)))];

        Assert.Equal(expected, string.Join(" ", MethodNames.Choose(parsed, group)));
    }
}
