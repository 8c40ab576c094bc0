namespace Vapi.Generators.Tests.Build;

/// <summary>Alone, because the time zone is that of the whole process.</summary>
[CollectionDefinition(DisableParallelization = true)]
[Collection(typeof(TimeZoneTests))]
public class TimeZoneTests
{
    [Theory]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/St_Johns")]
    public void OtherTimeZone_GivesTheSameBytes(string zone)
    {
        const string Variable = "TZ";
        string? before = Environment.GetEnvironmentVariable(Variable);
        try
        {
            SetTimeZone(zone);
            Assert.SkipUnless(TimeZoneInfo.Local.Id == zone, $"This machine does not know {zone}, or takes no time zone from {Variable}.");
            DeterminismTests.RequireSame(DeterminismTests.Document);
        }
        finally
        {
            SetTimeZone(before);
        }

        static void SetTimeZone(string? zone)
        {
            Environment.SetEnvironmentVariable(Variable, zone);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
