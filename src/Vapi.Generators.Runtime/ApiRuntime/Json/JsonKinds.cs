namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>Kinds of JSON values; arrays by their first item.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Null = 1,
    String = 2,
    Number = 4,
    Boolean = 8,
    Object = 16,
    EmptyArray = 32,
    ArrayOfNull = 64,
    ArrayOfString = 128,
    ArrayOfNumber = 256,
    ArrayOfBoolean = 512,
    ArrayOfObject = 1024,
    ArrayOfArray = 2048,

    /// <summary>All kinds except null; <see cref="EmptyArray"/> represents any array.</summary>
    Values = String | Number | Boolean | Object | EmptyArray,
    AnyArray = EmptyArray | ArrayOfNull | ArrayOfString | ArrayOfNumber | ArrayOfBoolean | ArrayOfObject | ArrayOfArray,
    Any = Null | String | Number | Boolean | Object | AnyArray,
}
