namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>
/// Pages of an array that starts with the newest item. The next page contains the items up to the time of the last item. That time is included, so that no item with the same time is lost, and items that were already read are removed by their IDs.
/// </summary>
internal sealed class WindowPages<T> : PageReader<T, IReadOnlyList<T>>
{
    private readonly string _parameter;

    private readonly string _time;

    private readonly string _limitParameter;

    private readonly int _limit;

    /// <param name="options">The caller's options for each request.</param>
    /// <param name="send">Sends the operation.</param>
    /// <param name="parameter">The query parameter for the latest time, inclusive.</param>
    /// <param name="time">The property of the items with their time.</param>
    /// <param name="limitParameter">The query parameter for the maximum number of items in a page.</param>
    /// <param name="limit">The number of items that is requested if the caller does not set it.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public WindowPages(
        RequestOptions? options, Func<RequestOptions, CancellationToken, Task<IReadOnlyList<T>>> send, string parameter, string time, string limitParameter, int limit, CancellationToken cancellationToken)
        : base(options, send, static page => page, cancellationToken)
    {
        _parameter = parameter;
        _time = time;
        _limitParameter = limitParameter;
        _limit = limit;
    }

    /// <summary>A token is a time, and the IDs of the items with this time that were already read.</summary>
    protected override PageRequest Request(string? token)
    {
        var request = new PageRequest();
        request.SetDefault(_limitParameter, _limit.ToString(CultureInfo.InvariantCulture));
        if (token is not null)
            request.Set(_parameter, token.Split(' ')[0]);

        return request;
    }

    protected override string? Next(PageRequest request, ref IReadOnlyList<T> items, string? token)
    {
        if (items.Count == 0)
            return null;

        List<(string Id, string Time, DateTimeOffset At)> read = Read(request, items.Count);
        var known = new HashSet<string>(token is null ? Array.Empty<string>() : token.Split(' '), StringComparer.Ordinal);
        var added = new List<T>();
        for (int i = 0; i < read.Count; i++)
        {
            if (i > 0 && read[i].At > read[i - 1].At)
                throw request.Fail($"with items that are not sorted by '{_time}', newest first, so the next page is unknown");
            if (known.Add(read[i].Id))
                added.Add(items[i]);
        }

        items = added;
        (_, string last, DateTimeOffset boundary) = read[read.Count - 1];
        if (added.Count == 0)
        {
            return read.Count < (long.TryParse(request.Sent(_limitParameter), NumberStyles.None, CultureInfo.InvariantCulture, out long limit) ? limit : _limit) ? null
                : throw request.Fail($"with a full page of items that have the same '{_time}'. Set a larger '{_limitParameter}' to read the next page");
        }

        // If the time has not changed, the IDs of earlier pages must also be removed from the next page.
        IEnumerable<string> before = token is not null && token.Split(' ')[0] == last ? known : read.FindAll(r => r.At == boundary).ConvertAll(r => r.Id);
        var next = new List<string> { last };
        foreach (string id in before)
        {
            if (id != last)
                next.Add(id);
        }

        return string.Join(" ", next);
    }

    /// <summary>Reads the items of the response from its JSON. IDs are escaped, so they contain no spaces.</summary>
    private List<(string Id, string Time, DateTimeOffset At)> Read(PageRequest request, int count)
    {
        var read = new List<(string, string, DateTimeOffset)>();
        if (request.Body.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in request.Body.EnumerateArray())
            {
                // A value that is not an object does not match, so it is not one of the items.
                if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out JsonElement id) && ParameterValue.TextOf(id) is { } text
                    && item.TryGetProperty(_time, out JsonElement time) && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out DateTimeOffset at))
                    read.Add((Uri.EscapeDataString(text), time.GetString()!, at));
            }
        }

        return read.Count == count ? read : throw request.Fail($"with items that have no 'id' or no '{_time}', so the next page is unknown");
    }
}
