using System.Globalization;
using OptionAppraisal.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

using var channels = Channels.OfProcess();
return CommandLine.Run(args, new DocumentDoor(), channels);
