# frozen_string_literal: true

require "cgi/escape"

class ERB
  module Escape
    def html_escape(value) = CGI.escapeHTML(value.to_s)
    module_function :html_escape
  end
end
