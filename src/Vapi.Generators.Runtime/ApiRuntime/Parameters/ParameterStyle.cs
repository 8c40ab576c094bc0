namespace Vapi.Generators.Runtime.ApiRuntime;

/// <summary>The serialization style of a parameter: OpenAPI 3.1, Parameter Object, "Style Values", which are based on RFC 6570.</summary>
internal enum ParameterStyle
{
    /// <summary><c>a,b</c></summary>
    Simple,

    /// <summary><c>.a.b</c></summary>
    Label,

    /// <summary><c>;name=a;name=b</c></summary>
    Matrix,

    /// <summary><c>name=a&amp;name=b</c></summary>
    Form,

    /// <summary><c>name=a%20b</c></summary>
    SpaceDelimited,

    /// <summary><c>name=a%7Cb</c></summary>
    PipeDelimited,

    /// <summary><c>name[x]=a&amp;name[y]=b</c></summary>
    DeepObject,

    /// <summary><c>name=a; name=b</c></summary>
    Cookie,
}
