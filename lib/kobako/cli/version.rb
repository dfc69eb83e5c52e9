# frozen_string_literal: true

module Kobako
  module CLI
    # `kobako version`
    #
    # @api private
    class Version < Command
      SUMMARY = "print the version"
      USAGE = "kobako version"
      ABOUT = "Prints the versions of kobako and of the Ruby that it runs in.\n"
      EXAMPLES = "kobako version\n"

      private

      def perform(operands)
        wrong("version takes no arguments, got #{operands.first.inspect}") if operands.any?

        console.puts("kobako #{VERSION} (#{RUBY_ENGINE} #{RUBY_VERSION}, #{RUBY_PLATFORM})")
        Status::OK
      end
    end
  end
end
