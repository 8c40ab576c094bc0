namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Numbered pages: the number of the page, or the number of items before it.</summary>
internal sealed class NumberPages<T, TPage> : PageReader<T, TPage>
{
    private readonly string _parameter;

    private readonly long? _first;

    private readonly string? _more;

    /// <param name="options">The caller's options for each request.</param>
    /// <param name="send">Sends the operation.</param>
    /// <param name="items">Gets the items of a response.</param>
    /// <param name="parameter">The query parameter for the number.</param>
    /// <param name="first">The number of the first page; null if the parameter is the number of items before the page.</param>
    /// <param name="more">The JSON pointer of the Boolean that states whether there is another page; null if only an empty page marks the end.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
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
        => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw new ArgumentException($"'{number}' is not the start of a page. It must be an integer.", _parameter);
}
