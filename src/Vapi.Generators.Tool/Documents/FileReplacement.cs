namespace Vapi.Generators.Tool.Documents;

/// <summary>Replaces files atomically: a concurrent reader gets either the old or the new bytes. If one file cannot be replaced, all files keep their old content.</summary>
internal static class FileReplacement
{
    /// <exception cref="ToolException">A file cannot be written.</exception>
    public static void Replace(params (string Path, byte[] Bytes)[] files)
    {
        var written = new List<string>();
        var replaced = new List<(string Path, byte[]? Old)>();
        try
        {
            // Most errors occur while the temporary files are written, before any file is replaced.
            foreach ((string path, byte[] bytes) in files)
                written.Add(WriteBeside(path, bytes));
            for (int i = 0; i < files.Length; i++)
            {
                byte[]? old = File.Exists(files[i].Path) ? File.ReadAllBytes(files[i].Path) : null;
                File.Move(written[i], files[i].Path, overwrite: true);
                replaced.Add((files[i].Path, old));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Restore(replaced);
            throw new ToolException($"Cannot write {string.Join(" and ", files.Select(f => Path.GetFileName(f.Path)))}: {exception.Message}");
        }
        finally
        {
            written.ForEach(File.Delete);
        }
    }

    private static string WriteBeside(string path, byte[] bytes)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        using FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        return temporary;
    }

    private static void Restore(List<(string Path, byte[]? Old)> replaced)
    {
        foreach ((string path, byte[]? old) in replaced)
        {
            if (old is null)
                File.Delete(path);
            else
                File.Move(WriteBeside(path, old), path, overwrite: true);
        }
    }
}
