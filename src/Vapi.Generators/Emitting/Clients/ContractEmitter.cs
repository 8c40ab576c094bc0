using System.Text;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The description of the schemas, in a part of the runtime's class with the checks.</summary>
internal static class ContractEmitter
{
    /// <summary>The bits of a digit that are a part of the number. The next bit says whether another digit follows.</summary>
    private const int DigitBits = 5;

    public static void Emit(SourceWriter writer, ContractModel model, CodeSettings settings)
    {
        using SourceWriter.Block block = writer.WriteBlock($"{settings.Accessibility} static partial class {model.Name}");
        writer.WriteLine($"""
            static partial void Describe(ref api::ContractTable? table) => table = new api::ContractTable(
                {CSharp.Utf8Table(model.Texts)},
                {CSharp.Utf8Literal(Digits(model))});
            """);
    }

    /// <summary>All entries, each after its length. The runtime's ContractReader reads them.</summary>
    private static string Digits(ContractModel model)
    {
        var all = new StringBuilder();
        var entry = new StringBuilder();
        foreach (ContractEntry numbers in model.Entries)
        {
            entry.Clear();
            foreach (int number in numbers.Numbers)
                Append(entry, number);

            Append(all, entry.Length);
            all.Append(entry.ToString());
        }

        return all.ToString();
    }

    private static void Append(StringBuilder digits, int number)
    {
        do
        {
            int digit = number & ((1 << DigitBits) - 1);
            number >>= DigitBits;
            int c = '#' + (number == 0 ? digit : digit | (1 << DigitBits));
            digits.Append((char)(c >= '\\' ? c + 1 : c));
        }
        while (number != 0);
    }
}
