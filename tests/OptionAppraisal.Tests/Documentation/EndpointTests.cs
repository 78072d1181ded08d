using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using OptionAppraisal.Tests.Architecture;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Documentation;

/// <summary>The web application of the README, compiled as it stands there, started, and asked over HTTP.</summary>
public sealed class EndpointTests
{
    private const string Listening = "Now listening on: ";

    [Fact]
    public async Task The_endpoint_answers_a_case_with_its_appraisal_and_a_bad_one_with_its_problems()
    {
        using var folder = new Folder();
        Compiler.Compile(MarkdownDocument.CodeBlocks("README.md", "csharp").Single(b => b.Contains("WebApplication", StringComparison.Ordinal)), folder.Path).ShouldBeEmpty();
        using var application = Start(folder);
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressOf(application), Timeout = TimeSpan.FromMinutes(1) };
            var text = await File.ReadAllTextAsync(Repository.PathOf("rules", "hartlepool", "hartlepool.case.yaml"));

            var good = await Post(client, text);
            good.Code.ShouldBe(HttpStatusCode.OK);
            good.Json.GetProperty("case").GetString().ShouldBe("hartlepool_2002");

            var bad = await Post(client, text.Replace("annual_cost", "anual_cost", StringComparison.Ordinal));
            bad.Code.ShouldBe(HttpStatusCode.BadRequest);
            bad.Json.GetProperty("problems")[0].GetProperty("help").GetString().ShouldBe("did you mean `annual_cost`?");
        }
        finally
        {
            application.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(Folder folder)
    {
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(f => Path.GetFileName(f) is "OptionAppraisal.dll" or "YamlDotNet.dll"))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        folder.Write("Block.runtimeconfig.json", """{ "runtimeOptions": { "framework": { "name": "Microsoft.AspNetCore.App", "version": "10.0.0" } } }""");
        Surroundings.Hartlepool.CopyTo(Path.Combine(folder.Path, "rules"), text => text);
        var start = new ProcessStartInfo(Compiler.DotnetPath, ["exec", Path.Combine(folder.Path, "Block.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
        };
        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressOf(Process application)
    {
        var said = new StringBuilder();
        while (await application.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Append(line).Append('\n');
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = application.StandardOutput.ReadToEndAsync();
                return new Uri(line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException($"the application did not start:\n{said}");
    }

    private static async Task<(HttpStatusCode Code, JsonElement Json)> Post(HttpClient client, string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "application/yaml");
        using var response = await client.PostAsync(new Uri("/appraisals", UriKind.Relative), content);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
