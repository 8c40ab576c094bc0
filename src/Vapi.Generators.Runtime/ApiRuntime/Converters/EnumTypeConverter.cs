namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.ComponentModel;
using global::System.Globalization;

/// <summary>Reads open enums from text for configuration, MVC and other code that uses a <see cref="TypeConverter"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumTypeConverter<T> : TypeConverter
    where T : struct, IJsonEnum<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text is not a valid value of the type.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        => value is not string text ? base.ConvertFrom(context, culture, value) : default(T).Read(text) ?? throw EnumText.Unreadable(text);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType)
        => destinationType == typeof(string) && value is IJsonEnum ? value.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
