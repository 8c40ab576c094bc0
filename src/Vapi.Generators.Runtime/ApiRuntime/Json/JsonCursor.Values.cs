namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Text.Json;

/// <content>Each method reads the value of the current property into its field, or writes the field. A property without a value is written as null.</content>
internal partial struct JsonCursor
{
    public readonly void String(ref Utf8JsonReader reader, ref string? value)
    {
        if (Writer is null)
            value = Json.ReadString(ref reader);
        else
            Writer.WriteString(Name, value);
    }

    /// <summary>A string that is likely to repeat.</summary>
    public readonly void Enum(ref Utf8JsonReader reader, ref string? value)
    {
        if (Writer is null)
            value = Json.ReadEnum(ref reader);
        else
            Writer.WriteString(Name, value);
    }

    public readonly void Boolean(ref Utf8JsonReader reader, ref bool? value)
    {
        if (Writer is null)
            value = Json.ReadBoolean(ref reader);
        else if (value is { } present)
            Writer.WriteBoolean(Name, present);
        else
            Writer.WriteNull(Name);
    }

    public void Int32(ref Utf8JsonReader reader, ref int? value)
    {
        if (Writer is null)
            value = Json.ReadInt32(ref reader, ref this);
        else
            Json.WriteInt32(Named, value);
    }

    public void Int64(ref Utf8JsonReader reader, ref long? value)
    {
        if (Writer is null)
            value = Json.ReadInt64(ref reader, ref this);
        else if (value is { } present)
            Writer.WriteNumber(Name, present);
        else
            Writer.WriteNull(Name);
    }

    public void Double(ref Utf8JsonReader reader, ref double? value)
    {
        if (Writer is null)
            value = Json.ReadDouble(ref reader, ref this);
        else if (value is not { } present)
            Writer.WriteNull(Name);
        else if (JsonDouble.TryGetWhole(present, out long whole))
            Writer.WriteNumber(Name, whole);
        else if (JsonDouble.TryGetDecimal(present, out decimal fraction))
            Writer.WriteNumber(Name, fraction);
        else if (Json.IsFinite(present))
            Writer.WriteNumber(Name, present);
        else
            throw Json.NotFinite(present, $"The property '{WrittenName}'");
    }

    public void Decimal(ref Utf8JsonReader reader, ref decimal? value)
    {
        if (Writer is null)
            value = Json.ReadDecimal(ref reader, ref this);
        else
            Json.WriteDecimal(Named, value);
    }

    public void DateTime(ref Utf8JsonReader reader, ref DateTimeOffset? value)
    {
        if (Writer is null)
            value = Json.ReadDateTime(ref reader, ref this);
        else if (value is not { } present)
            Writer.WriteNull(Name);
        else if (present.Offset == TimeSpan.Zero)
            Writer.WriteString(Name, present.UtcDateTime);
        else
            Writer.WriteString(Name, present);
    }

#if NET6_0_OR_GREATER
    public void Date(ref Utf8JsonReader reader, ref DateOnly? value)
#else
    public void Date(ref Utf8JsonReader reader, ref DateTime? value)
#endif
    {
        if (Writer is null)
            value = Json.ReadDate(ref reader, ref this);
        else
            Json.WriteDate(Named, value);
    }

#if NET6_0_OR_GREATER
    public void Time(ref Utf8JsonReader reader, ref TimeOnly? value)
#else
    public void Time(ref Utf8JsonReader reader, ref TimeSpan? value)
#endif
    {
        if (Writer is null)
            value = Json.ReadTime(ref reader, ref this);
        else
            Json.WriteTime(Named, value);
    }

    public void Duration(ref Utf8JsonReader reader, ref TimeSpan? value)
    {
        if (Writer is null)
            value = Json.ReadDuration(ref reader, ref this);
        else
            Json.WriteDuration(Named, value);
    }

    public void Guid(ref Utf8JsonReader reader, ref Guid? value)
    {
        if (Writer is null)
            value = Json.ReadGuid(ref reader, ref this);
        else
            Json.WriteGuid(Named, value);
    }

    public void Uri(ref Utf8JsonReader reader, ref Uri? value)
    {
        if (Writer is null)
            value = Json.ReadUri(ref reader, ref this);
        else
            Json.WriteUri(Named, value);
    }

    public void Bytes(ref Utf8JsonReader reader, ref byte[]? value)
    {
        if (Writer is null)
            value = Json.ReadBytes(ref reader, ref this);
        else
            Json.WriteBytes(Named, value);
    }

    public readonly void File(ref Utf8JsonReader reader, ref FileContent? value)
    {
        if (Writer is null)
            value = Json.ReadFile(ref reader);
        else
            Json.WriteFile(Named, value);
    }

    public readonly void Element(ref Utf8JsonReader reader, ref JsonElement? value)
    {
        if (Writer is null)
            value = Json.ReadElement(ref reader);
        else
            Json.WriteElement(Named, value);
    }

    /// <summary>The value of a constant is not stored: it is written if the property is set. Another value is kept as JSON.</summary>
    public void Constant(ref Utf8JsonReader reader, ReadOnlySpan<byte> constant)
    {
        if (Writer is null)
            Demand(reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(constant));
        else
            Writer.WriteString(Name, constant);
    }

    /// <inheritdoc cref="Constant(ref Utf8JsonReader, ReadOnlySpan{byte})"/>
    public void Constant(ref Utf8JsonReader reader, double constant)
    {
        if (Writer is null)
            Demand(reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && value == constant);
        else
            Writer.WriteNumber(Name, constant);
    }

    /// <inheritdoc cref="Constant(ref Utf8JsonReader, ReadOnlySpan{byte})"/>
    public void Constant(ref Utf8JsonReader reader, long constant)
    {
        if (Writer is null)
            Demand(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value) && value == constant);
        else
            Writer.WriteNumber(Name, constant);
    }

    /// <inheritdoc cref="Constant(ref Utf8JsonReader, ReadOnlySpan{byte})"/>
    public void Constant(ref Utf8JsonReader reader, bool constant)
    {
        if (Writer is null)
            Demand(reader.TokenType == (constant ? JsonTokenType.True : JsonTokenType.False));
        else
            Writer.WriteBoolean(Name, constant);
    }

    /// <summary>The writer, after the name of the property.</summary>
    private readonly Utf8JsonWriter Named
    {
        get
        {
            Writer!.WritePropertyName(Name);
            return Writer;
        }
    }

    /// <summary>The name as text. It is also written, so that the exception contains the path.</summary>
    private readonly string WrittenName
    {
        get
        {
            Writer!.WritePropertyName(Name);
            return Name.Value;
        }
    }

    private void Demand(bool isConstant) => Fit = isConstant ? JsonFit.Whole : JsonFit.None;
}
