# frozen_string_literal: true

require "json"
require_relative "description"
require_relative "mcp/protocol_error"
require_relative "mcp/revision"
require_relative "mcp/message"
require_relative "mcp/lines"
require_relative "mcp/batch"
require_relative "mcp/calls"
require_relative "mcp/json_value"
require_relative "mcp/schemas"
require_relative "mcp/report"
require_relative "mcp/run_ruby"
require_relative "mcp/session"
require_relative "mcp/requests"
require_relative "mcp/server"
require_relative "mcp/stdio"

module Kobako
  # A server of the Model Context Protocol with one tool, which runs Ruby in a sandbox. Loaded by
  # `require "kobako/mcp"` alone; the command `kobako mcp` is made of it.
  module MCP
    Text = Description::Text
    Printed = Description::Printed
    private_constant :Text, :Printed
  end
end
