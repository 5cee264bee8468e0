package sandbox

// intakeMethods are how the bot learns who it is and what happened.
var intakeMethods = []method{
	{name: "getMe", run: getMe},
	{name: "getUpdates", wait: (*Server).getUpdates, params: []field{
		may("offset", "Integer"), may("limit", "Integer"), may("timeout", "Integer"), may("allowed_updates", "Array of String")}},
	{name: "setWebhook", run: setWebhook, params: []field{
		need("url", "String"), may("ip_address", "String"), may("max_connections", "Integer"), may("allowed_updates", "Array of String"),
		may("drop_pending_updates", "Boolean"), may("secret_token", "String")}},
	{name: "deleteWebhook", run: deleteWebhook, params: []field{may("drop_pending_updates", "Boolean")}},
	{name: "getWebhookInfo", run: getWebhookInfo},
}

func getMe(s *Server, _ *call) (any, *refusal) {
	return wireMe{wireUser: s.self, CanJoinGroups: true, CanReadAllGroupMessages: s.privacyOff}, nil
}
