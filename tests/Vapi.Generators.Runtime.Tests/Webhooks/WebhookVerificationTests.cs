using System.Security.Cryptography;
using System.Text;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Who may call a webhook.</summary>
public class WebhookVerificationTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 17, 12, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Body = [.. "{\"x\":\"größe\"}"u8, 0xFF, (byte)'\r', (byte)'\n'];

    [Theory]
    [InlineData("X-Vapi-Secret: new", null)]
    [InlineData("X-Vapi-Secret: old", null)]
    [InlineData("x-vapi-secret: old", null)]
    [InlineData("X-Vapi-Secret: NEW", "The header X-Vapi-Secret has a wrong secret.")]
    [InlineData("X-Vapi-Secret: new ", "The header X-Vapi-Secret has a wrong secret.")]
    [InlineData("X-Vapi-Secret: new, old", "The header X-Vapi-Secret has a wrong secret.")]
    [InlineData("X-Vapi-Secret: ", "The header X-Vapi-Secret is missing.")]
    [InlineData("Authorization: new", "The header X-Vapi-Secret is missing.")]
    public void SecretInAHeader(string header, string? refusal) => Assert.Equal(refusal, Refuse(ApiWebhookVerification.Header("X-Vapi-Secret", "new", "old"), header));

    [Theory]
    [InlineData("Authorization: Bearer t", null)]
    [InlineData("Authorization: bearer  t", null)]
    [InlineData("Authorization: t", "The header Authorization does not have the scheme Bearer.")]
    [InlineData("Authorization: Bearer", "The header Authorization does not have the scheme Bearer.")]
    [InlineData("Authorization: Bearer x", "The header Authorization has a wrong secret.")]
    public void BearerToken(string header, string? refusal) => Assert.Equal(refusal, Refuse(ApiWebhookVerification.Bearer("t"), header));

    [Theory]
    [InlineData("X-Auth: Bearer t", null)]
    [InlineData("Authorization: Bearer t", "The header X-Auth is missing.")]
    public void BearerTokenInAnotherHeader(string header, string? refusal) => Assert.Equal(refusal, Refuse(ApiWebhookVerification.BearerIn("X-Auth", "t"), header));

    [Theory]
    [InlineData("me:pw", null)]
    [InlineData("me:older:pw", null)]
    [InlineData("you:pw", "The header Authorization has a wrong secret.")]
    public void UserNameAndPassword(string login, string? refusal)
        => Assert.Equal(refusal, Refuse(ApiWebhookVerification.Basic("me", "pw", "older:pw"), "Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(login))));

    [Fact]
    public void AnyOfSeveral() => Assert.Equal(
        [null, null, "The header X-Vapi-Secret has a wrong secret. The header Authorization is missing."],
        new[] { "X-Vapi-Secret: s", "Authorization: Bearer t", "X-Vapi-Secret: t" }.Select(header => Refuse(ApiWebhookVerification.Any(ApiWebhookVerification.Header("X-Vapi-Secret", "s"), ApiWebhookVerification.Bearer("t")), header)));

    /// <summary>A setting that is missing must not accept everyone.</summary>
    [Fact]
    public void EmptySecret_IsRefused()
    {
        Func<ApiWebhookVerification>[] makers =
        [
            () => ApiWebhookVerification.Header("X"), () => ApiWebhookVerification.Header("X", "a", ""), () => ApiWebhookVerification.Bearer(null!, "a"), () => ApiWebhookVerification.Basic("me", ""),
            () => ApiWebhookVerification.Signature(new ApiWebhookSignature()), () => ApiWebhookVerification.Signature(new ApiWebhookSignature("")), () => ApiWebhookVerification.Any(),
        ];

        Assert.All(makers, maker => Assert.Throws<ArgumentException>(() => maker()));
    }

    /// <summary>The judge is .NET's own HMAC over the raw bytes, which are not UTF-8.</summary>
    [Theory]
    [InlineData("SHA1", false, "")]
    [InlineData("SHA256", false, "sha256=")]
    [InlineData("SHA256", true, "v1,")]
    [InlineData("SHA384", true, "")]
    [InlineData("SHA512", false, "sig:")]
    public void Signature_OfTheRawBytes(string algorithm, bool isBase64, string prefix)
    {
        ApiWebhookVerification verification = ApiWebhookVerification.Signature(new ApiWebhookSignature("other", "key") { Algorithm = new(algorithm), IsBase64 = isBase64, Prefix = prefix, Clock = () => Now });
        byte[] text = [.. Encoding.UTF8.GetBytes(Now.ToUnixTimeSeconds() + "."), .. Body];
        using var hmac = IncrementalHash.CreateHMAC(new(algorithm), "key"u8);
        hmac.AppendData(text);
        byte[] signature = hmac.GetHashAndReset();
        string right = prefix + (isBase64 ? Convert.ToBase64String(signature) : Convert.ToHexString(signature));
        signature[^1] ^= 1;
        string wrong = prefix + (isBase64 ? Convert.ToBase64String(signature) : Convert.ToHexString(signature));
        string time = "x-timestamp: " + Now.ToUnixTimeSeconds();

        Assert.Null(Refuse(verification, "x-signature: " + right, time));
        Assert.Null(Refuse(verification, $"x-signature: {wrong} {right}", time));
        Assert.Equal("The header x-signature has no valid signature.", Refuse(verification, "x-signature: " + wrong, time));
        Assert.Equal("The header x-signature has no valid signature.", Refuse(verification, "x-signature: " + right, "x-timestamp: " + Now.AddSeconds(1).ToUnixTimeSeconds()));
        Assert.Equal("The header x-signature has no valid signature.", Refuse(verification, "x-signature: " + prefix + "###", time));
        Assert.Equal("The header x-signature is missing.", Refuse(verification, time));
    }

    [Theory]
    [InlineData("1786968000", null)]
    [InlineData("1786968000000", null)]
    [InlineData("2026-08-17T14:00:00+02:00", null)]
    [InlineData("1786967700", null)]
    [InlineData("1786967699", "The time in the header x-timestamp is 301 seconds old.")]
    [InlineData("1786968301", "The time in the header x-timestamp is 301 seconds ahead.")]
    [InlineData("9223372036854775807", "The header x-timestamp is missing or not a time.")]
    [InlineData("soon", "The header x-timestamp is missing or not a time.")]
    [InlineData("", "The header x-timestamp is missing or not a time.")]
    public void Signature_ThatIsTooOld_IsAReplay(string timestamp, string? refusal)
    {
        ApiWebhookVerification verification = ApiWebhookVerification.Signature(new ApiWebhookSignature("key") { Clock = () => Now });
        string signature = Convert.ToHexString(HMACSHA256.HashData("key"u8, [.. Encoding.UTF8.GetBytes(timestamp + "."), .. Body]));

        Assert.Equal(refusal, Refuse(verification, "x-signature: " + signature, "x-timestamp: " + timestamp));
    }

    /// <summary>The format of Standard Webhooks (Svix), with its published test vector.</summary>
    [Fact]
    public void Signature_OfStandardWebhooks()
    {
        ApiWebhookVerification verification = ApiWebhookVerification.Signature(new ApiWebhookSignature("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        {
            Header = "webhook-signature", Prefix = "v1,", IsBase64 = true, IsSecretBase64 = true, TimestampHeader = "webhook-timestamp", IdHeader = "webhook-id", Format = "{id}.{timestamp}.{body}",
            Clock = () => DateTimeOffset.FromUnixTimeSeconds(1614265330),
        });
        string[] headers = ["webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp: 1614265330", "webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="];

        Assert.Null(verification.Refuse(Find(headers), "{\"test\": 2432232314}"u8));
        Assert.NotNull(verification.Refuse(Find(headers), "{\"test\": 2432232315}"u8));
        Assert.Equal("The header webhook-id is missing.", verification.Refuse(Find(headers[1..]), "{\"test\": 2432232314}"u8));
    }

    /// <summary>The body only, as GitHub signs.</summary>
    [Fact]
    public void Signature_WithoutATime() => Assert.Null(Refuse(
        ApiWebhookVerification.Signature(new ApiWebhookSignature("key") { Header = "X-Hub-Signature-256", Prefix = "sha256=", TimestampHeader = null }),
        "X-Hub-Signature-256: sha256=" + Convert.ToHexString(HMACSHA256.HashData("key"u8, Body)).ToLowerInvariant()));

    [Fact]
    public void SettingsThatContradictEachOther_AreRefused()
    {
        ApiWebhookSignature[] settings =
        [
            new("key") { Format = "{timestamp}" }, new("key") { Format = "{body}" }, new("key") { TimestampHeader = null, Format = "{timestamp}.{body}" }, new("key") { IdHeader = "id" },
            new("key") { Format = "{id}.{timestamp}.{body}" }, new("key") { Algorithm = HashAlgorithmName.MD5 }, new("###") { IsSecretBase64 = true },
        ];

        Assert.All(settings, s => Assert.Throws<ArgumentException>(() => ApiWebhookVerification.Signature(s)));
    }

    private static string? Refuse(ApiWebhookVerification verification, params string[] headers) => verification.Refuse(Find(headers), Body);

    private static Func<string, string?> Find(string[] headers)
        => name => headers.Select(h => h.Split(": ", 2)).FirstOrDefault(h => h[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];
}
