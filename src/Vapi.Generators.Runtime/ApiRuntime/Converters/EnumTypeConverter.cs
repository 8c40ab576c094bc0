namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.ComponentModel;
#if NET
using global::System.Diagnostics.CodeAnalysis;
#endif
using global::System.Globalization;
#if NET
using global::System.Runtime.CompilerServices;
#endif

/// <summary>Reads open enums from text for configuration, MVC and other code that uses a <see cref="TypeConverter"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumTypeConverter : TypeConverter
{
    private readonly IJsonEnum _blank;

    /// <summary>Creates the converter of an enum. <see cref="TypeDescriptor"/> passes the type that has the attribute.</summary>
    public EnumTypeConverter(
#if NET
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
        Type type)
#if NET
        => _blank = (IJsonEnum)RuntimeHelpers.GetUninitializedObject(type);
#else
        => _blank = (IJsonEnum)Activator.CreateInstance(type)!;
#endif

    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text is not a valid value of the type.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        => value is not string text ? base.ConvertFrom(context, culture, value) : _blank.Read(text) ?? throw EnumText.Unreadable(text);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType)
        => destinationType == typeof(string) && value is IJsonEnum ? value.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
