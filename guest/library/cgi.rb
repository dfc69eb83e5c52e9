# frozen_string_literal: true

# The escapes of CGI, which is all that Ruby 4.0 has of it.
require "cgi/util"
