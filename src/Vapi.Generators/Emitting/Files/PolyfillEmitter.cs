using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Files;

/// <summary>The types that the compiler needs and the consumer's framework does not have, once for all documents.</summary>
internal static class PolyfillEmitter
{
    public static SourceFile Emit(Capabilities capabilities)
    {
        var writer = new SourceWriter();
        writer.WriteLine(SourceWriter.Header);
        writer.WriteLine();
        using (writer.WriteBlock("namespace System.Runtime.CompilerServices"))
        {
            if (!capabilities.HasUnionAttribute)
                writer.WriteLine($$"""
                    [global::System.AttributeUsage(global::System.AttributeTargets.Class | global::System.AttributeTargets.Struct, AllowMultiple = false)]
                    {{CSharp.Generated}} internal sealed class UnionAttribute : global::System.Attribute
                    {
                    }

                    """);
            if (!capabilities.HasIUnion)
                writer.WriteLine($$"""
                    {{CSharp.Generated}} internal interface IUnion
                    {
                        object? Value { get; }
                    }

                    """);
            if (!capabilities.HasRequiredMemberAttribute)
                writer.WriteLine($$"""
                    [global::System.AttributeUsage(global::System.AttributeTargets.All, AllowMultiple = false, Inherited = false)]
                    {{CSharp.Generated}} internal sealed class RequiredMemberAttribute : global::System.Attribute
                    {
                    }

                    """);
            if (!capabilities.HasCompilerFeatureRequiredAttribute)
                writer.WriteLine($$"""
                    [global::System.AttributeUsage(global::System.AttributeTargets.All, AllowMultiple = true, Inherited = false)]
                    {{CSharp.Generated}} internal sealed class CompilerFeatureRequiredAttribute : global::System.Attribute
                    {
                        public CompilerFeatureRequiredAttribute(string featureName) => FeatureName = featureName;

                        public string FeatureName { get; }

                        public bool IsOptional { get; set; }
                    }

                    """);
        }

        if (!capabilities.HasSetsRequiredMembersAttribute)
        {
            using (writer.WriteBlock("namespace System.Diagnostics.CodeAnalysis"))
                writer.WriteLine($$"""
                    [global::System.AttributeUsage(global::System.AttributeTargets.Constructor, AllowMultiple = false, Inherited = false)]
                    {{CSharp.Generated}} internal sealed class SetsRequiredMembersAttribute : global::System.Attribute
                    {
                    }
                    """);
        }

        return SourceFile.Create("Vapi.Generators-polyfills", writer.ToText());
    }
}
