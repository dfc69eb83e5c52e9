# frozen_string_literal: true

require_relative "run_script"
require_relative "refuse"
require_relative "expose"

module Kobako
  module RSpec
    # Matchers about a {Sandbox} or an {Execution}, in all example groups.
    #
    # @example
    #   expect(sandbox).to run_script("Shop::Orders.find(7).total").and_return(4200)
    #   expect(sandbox).to run_script("1 / 0").and_raise(Kobako::SandboxError, /divided/)
    #   expect(sandbox).to refuse("Shop::Orders.purge")
    #   expect(sandbox).to expose("Shop::Orders", :find, :total)
    module Matchers
      # Passes when the script ends with a value, and as {RunScript#and_return}, {RunScript#and_raise},
      # {RunScript#and_print} and {RunScript#and_warn} say further.
      #
      # @param code [String, nil] Ruby source; nil to judge an {Execution} that has ended
      # @param filename [String] as in {Sandbox#eval}
      # @param line [Integer] as in {Sandbox#eval}
      # @yieldparam run [Execution] to make settings for the run, as {RunScript#with} does
      # @return [RunScript]
      def run_script(code = nil, filename: Location::DEFAULT_FILENAME, line: 1, &settings)
        RunScript.new(code, filename:, line:, settings:)
      end

      # Passes when a service has the methods and its exposure keeps a guest from them. None is called, and no script
      # runs.
      #
      # @param calls [Array<String>] such as "Shop::Orders.purge"
      # @return [Refuse]
      # @raise [ArgumentError] for what is no such call
      def refuse(*calls) = Refuse.new(calls)

      # Passes when a guest reaches these methods of a service and no other.
      #
      # @param path [String, Symbol] of the service, such as "Shop::Orders"
      # @param methods [Array<Symbol, String>]
      # @return [Expose]
      def expose(path, *methods) = Expose.new(path, methods)
    end
  end
end
