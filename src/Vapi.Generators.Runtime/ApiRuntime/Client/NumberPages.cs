namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Pages with a number: of the page, or of items before it.</summary>
internal sealed class NumberPages<T, TPage> : PageReader<T, TPage>
{
    private readonly string _parameter;

    private readonly long? _first;

    private readonly string? _more;

    /// <param name="options">The caller's options, for each of the requests.</param>
    /// <param name="send">Calls the operation.</param>
    /// <param name="items">The items of a response.</param>
    /// <param name="parameter">The query parameter that takes the number.</param>
    /// <param name="first">The number of the first page; null: the number counts items, of which there are none before the first page.</param>
    /// <param name="more">Where the response says whether there is another page; null: an empty page is the last.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public NumberPages(
        RequestOptions? options, Func<RequestOptions, CancellationToken, Task<TPage>> send, Func<TPage, IReadOnlyList<T>?> items, string parameter, long? first, string? more, CancellationToken cancellationToken)
        : base(options, send, items, cancellationToken)
    {
        _parameter = parameter;
        _first = first;
        _more = more;
    }

    protected override bool KnowsPageByBody => true;

    protected override PageRequest Request(string? token)
    {
        var request = new PageRequest();
        if (token is not null)
            request.Set(_parameter, Parse(token).ToString(CultureInfo.InvariantCulture));
        else if (_first is { } first)
            request.SetDefault(_parameter, first.ToString(CultureInfo.InvariantCulture));

        return request;
    }

    protected override string? Next(PageRequest request, ref IReadOnlyList<T> items, string? token)
    {
        if (CountOf(items) == 0 || Find(request, _more).ValueKind == JsonValueKind.False)
            return null;

        long number = request.Sent(_parameter) is { } sent ? Parse(sent) : _first ?? 0;
        return (number + (_first is null ? CountOf(items) : 1)).ToString(CultureInfo.InvariantCulture);
    }

    private long Parse(string number)
        => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw new ArgumentException($"'{number}' is not where a page starts: it must be a whole number.", _parameter);
}
