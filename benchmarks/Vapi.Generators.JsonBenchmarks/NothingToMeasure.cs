System.Console.Error.WriteLine("This is a debug build, or Vapi's document and the payloads were not beside the checkout when it was built: there is nothing to measure.");
return 1;
