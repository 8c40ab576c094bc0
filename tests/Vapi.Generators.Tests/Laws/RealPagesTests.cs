using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Vapi.Generators.Tests.Laws;

/// <summary>Everything in an account of Vapi is listed by one <c>await foreach</c>.</summary>
public class RealPagesTests
{
    private const int Count = 1234;

    /// <summary>As many are created in the same millisecond.</summary>
    private const int Together = 7;

    private static readonly DateTimeOffset Newest = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>A page by time repeats the items of its first time, and only a page without new items is certainly the last.</summary>
    [Theory]
    [InlineData("Calls", "FindAllPagesAsync", """{ "type": "webCall" }""", 14)]
    [InlineData("Assistants", "FindAllPagesAsync", "{}", 14)]
    [InlineData("PhoneNumbers", "FindAllPagesAsync", """{ "provider": "vapi" }""", 14)]
    [InlineData("PhoneNumbers", "FindAllPaginatedPagesAsync", """{ "provider": "vapi" }""", 13)]
    [InlineData("Tools", "FindAllPagesAsync", """{ "type": "function" }""", 14)]
    [InlineData("Squads", "FindAllPagesAsync", """{ "members": [] }""", 14)]
    [InlineData("Sessions", "FindAllPaginatedPagesAsync", "{}", 13)]
    [InlineData("Chats", "ListChatsPagesAsync", "{}", 13)]
    public async Task EveryItem_IsListedOnce(string group, string method, string item, int requests)
    {
        var api = new Account((JsonObject)JsonNode.Parse(item)!, hasNext: requests == 13);
        object client = Activator.CreateInstance(RealDocument.Output.Type("Vapi.VapiClient"), new HttpClient(api), Options())!;
        object owner = client.GetType().GetProperty(group)!.GetValue(client)!;
        MethodInfo pages = owner.GetType().GetMethods().Where(m => m.Name == method).MinBy(m => m.GetParameters().Length)!;

        object listing = pages.Invoke(owner, [.. pages.GetParameters().Select(p => p.DefaultValue)])!;
        Type type = pages.ReturnType.GetGenericArguments()[0];
        List<string> ids = await (Task<List<string>>)typeof(RealPagesTests).GetMethod(nameof(ListAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [listing])!;

        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"id-{i}"), ids);
        Assert.Equal(requests, api.Requests);
    }

    private static async Task<List<string>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var ids = new List<string>();
        await foreach (T item in items.WithCancellation(TestContext.Current.CancellationToken))
            ids.Add(JsonSerializer.SerializeToElement(item).GetProperty("id").GetString()!);

        return ids;
    }

    private static object Options()
    {
        object options = Activator.CreateInstance(RealDocument.Output.Type("Vapi.VapiClientOptions"))!;
        options.GetType().GetProperty("ApiKey")!.SetValue(options, "key");
        return options;
    }

    /// <summary>An account with 1,234 of everything, the newest first: as an array up to a time, or as a page with its number.</summary>
    private sealed class Account(JsonObject item, bool hasNext) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            Dictionary<string, StringValues> query = QueryHelpers.ParseQuery(request.RequestUri!.Query);
            int limit = query.TryGetValue("limit", out StringValues size) ? int.Parse(size.ToString(), CultureInfo.InvariantCulture) : 100;
            int? page = query.TryGetValue("page", out StringValues number) ? int.Parse(number.ToString(), CultureInfo.InvariantCulture) : null;
            DateTimeOffset latest = query.TryGetValue("createdAtLe", out StringValues time) ? DateTimeOffset.Parse(time.ToString(), CultureInfo.InvariantCulture) : DateTimeOffset.MaxValue;
            JsonNode[] items = [.. Enumerable.Range(0, Count).Where(i => At(i) <= latest).Skip(((page ?? 1) - 1) * limit).Take(limit).Select(Create)];
            JsonNode body = page is null ? new JsonArray(items) : new JsonObject { ["results"] = new JsonArray(items), ["metadata"] = Metadata(limit, page.Value) };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") });
        }

        private static DateTimeOffset At(int index) => Newest.AddMilliseconds(-(index / Together));

        private JsonObject Metadata(int limit, int page)
        {
            var metadata = new JsonObject { ["itemsPerPage"] = limit, ["totalItems"] = Count, ["currentPage"] = page };
            if (hasNext)
                metadata["hasNextPage"] = page * limit < Count;

            return metadata;
        }

        private JsonNode Create(int index)
        {
            JsonNode created = item.DeepClone();
            (created["id"], created["createdAt"]) = ($"id-{index}", At(index).ToString("O", CultureInfo.InvariantCulture));
            return created;
        }
    }
}
