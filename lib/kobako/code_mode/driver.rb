# frozen_string_literal: true

module Kobako
  class CodeMode
    # The one program of a session. It asks for code until there is no more, so that a journal leads it through what the
    # model wrote before, and it ends as the last code did.
    #
    # @api private
    module Driver
      SNIPPET = "KobakoCodeMode"
      PATH = "Kobako::CodeMode::Turns"
      PROGRAM = "::Kobako::CodeMode::RUN.call"
      # That it makes of its own in one run, at most, beside those of the journal.
      CALLS = 3
      # Of which a model is not told.
      HIDDEN = [SNIPPET, PATH].freeze
      # From here on a backtrace is the driver's.
      OWN = "(snippet:#{SNIPPET}):".freeze
      # What the guest calls lines of code that it is given so.
      LEVELS = /'(?<block>block (?:\((?<levels>\d+) levels\) )?in )?<main>'\z/
      CODE = <<~RUBY
        module ::Kobako
          module CodeMode
            LEAVES = [::NilClass, ::TrueClass, ::FalseClass, ::Numeric, ::String, ::Symbol, ::Range, ::Time, ::Struct,
                      ::Data, Handle].freeze
            # Whether a value can leave, as far as can be seen at little cost.
            PLAIN = ->(value, depth) do
              case value
              when ::Array, ::Set then depth < 100 && value.all? { |part| PLAIN.call(part, depth + 1) }
              when ::Hash then depth < 100 && value.all? { |pair| PLAIN.call(pair, depth + 1) }
              when *LEAVES then true
              else ::Object.const_defined?(:Date) && ::Date === value
              end
            end
            FULL = "too many local variables for binding"
            # A binding has place for so many variables; one within it has some more.
            WITHIN = ->(place) { place.eval("->() { ::Kernel.binding }.call") }
            RUN = ->() do
              place = ::TOPLEVEL_BINDING
              value = error = nil
              while (code, name = Turns.call)
                tries = 0
                begin
                  error = nil
                  value = place.eval(code, name, 1)
                rescue ::Exception => error
                  value = nil
                  # This is found before the code begins.
                  if tries < 8 && ::RuntimeError === error && error.message.start_with?(FULL)
                    place = WITHIN.call(place)
                    tries += 1
                    retry
                  end
                end
              end
              ::Kernel.raise(error) if error
              return value if PLAIN.call(value, 0)

              Turns.show(value.inspect)
              nil
            end
          end
        end
      RUBY
      private_constant :CODE

      # @param sandbox [Sandbox] that is not sealed
      def self.prepare(sandbox)
        sandbox.preload(name: SNIPPET, code: CODE)
        sandbox.bind(PATH)
      end

      # What the driver asks in one run.
      class Turns
        # @return [String, nil] how a value is shown that cannot leave the sandbox
        attr_reader :shown
        # @return [Integer, nil] entries of the journal up to the end of the code; nil if it has not ended
        attr_reader :entries

        # @param journal [Journal] of the run
        # @param code [String, nil] nil for a run that goes on in the midst of its code
        # @param name [String, nil] of the code
        def initialize(journal, code = nil, name = nil)
          @log = journal.store.log
          @turn = [code, name] if code
        end

        # @return [Array(String, String), nil] the code and its name, once; then nil, which ends the run
        def call
          if @turn
            turn = @turn
            @turn = nil
            return turn
          end

          # The code may ask, too: that it ended, nobody knows then.
          @entries = @ended ? nil : @log.size - 1
          @ended = true
          nil
        end

        # @param text [String]
        # @return [nil]
        def show(text)
          @shown = text.is_a?(String) ? text : ""
          nil
        end

        # @return [Boolean] whether all that came before the code was done again
        def begun? = @turn.nil?
      end
    end
  end
end
