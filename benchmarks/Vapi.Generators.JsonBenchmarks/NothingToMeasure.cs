System.Console.Error.WriteLine("Vapi's document and the payloads were not beside the checkout when this was built: there is nothing to measure.");
return 1;
