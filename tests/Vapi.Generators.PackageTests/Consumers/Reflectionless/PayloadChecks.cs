using Vapi;

/// <summary>Large real bodies that come in pieces.</summary>
internal static class PayloadChecks
{
    public static async Task RunAsync(string folder)
    {
        foreach (int size in (int[])[1, 7, 4096])
        {
            await StreamChecks.LosslessAsync<List<Assistant>>($"PayloadListInPiecesOf{size}", Read("assistant-list.json"), size);
            await StreamChecks.LosslessAsync<Assistant[]>($"PayloadArrayInPiecesOf{size}", Read("assistant-list.json"), size);
            await StreamChecks.LosslessAsync<Assistant>($"PayloadAssistantInPiecesOf{size}", Read("assistant.json"), size);
            await StreamChecks.LosslessAsync<Call>($"PayloadCallInPiecesOf{size}", Read("call.json"), size);
            await StreamChecks.LosslessAsync<CreateCallDTO>($"PayloadCreateCallInPiecesOf{size}", Read("create-call.json"), size);
        }

        string Read(string file) => File.ReadAllText(Path.Combine(folder, file));
    }
}
