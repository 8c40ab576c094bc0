using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Unions with the same members share the reader of the first one, so that more names do not mean more code to compile and run.</summary>
internal static class UnionReaders
{
    public static void Share(List<DeclarationModel> declarations)
    {
        IEnumerable<IGrouping<(EquatableArray<UnionCaseModel>, UnionResolutionModel), int>> groups = Enumerable.Range(0, declarations.Count)
            .Where(i => declarations[i] is UnionModel)
            .GroupBy(i => ((UnionModel)declarations[i]).Content);
        foreach (int[] equal in groups.Select(g => g.ToArray()).Where(g => g.Length > 1))
        {
            var first = (UnionModel)declarations[equal[0]];
            declarations[equal[0]] = first with { IsTwin = true };
            foreach (int other in equal.Skip(1))
                declarations[other] = (UnionModel)declarations[other] with { Twin = first.Name };
        }
    }
}
