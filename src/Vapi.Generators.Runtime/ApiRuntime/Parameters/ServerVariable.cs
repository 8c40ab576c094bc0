namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>A variable of a server's address with its value: OpenAPI 3.1, Server Variable Object.</summary>
internal readonly struct ServerVariable
{
    private readonly string _name;

    private readonly string _value;

    /// <exception cref="ArgumentException">The value is not one of the allowed values.</exception>
    public ServerVariable(string name, string value, params string[] allowed)
    {
        if (value is null)
            throw new ArgumentNullException(name);
        if (allowed.Length > 0 && Array.IndexOf(allowed, value) < 0)
            throw new ArgumentException($"'{value}' is not one of the allowed values: {string.Join(", ", allowed)}.", name);

        _name = name;
        _value = value;
    }

    /// <exception cref="ArgumentException">The result is not a valid http or https address.</exception>
    public static Uri Fill(string template, ServerVariable[] variables)
    {
        string address = template;
        foreach (ServerVariable variable in variables)
            address = address.Replace("{" + variable._name + "}", variable._value);

        return Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && url.Scheme is "https" or "http" ? url : throw new ArgumentException($"'{address}' is not a valid http or https address.");
    }
}
