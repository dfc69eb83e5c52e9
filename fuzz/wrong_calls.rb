# frozen_string_literal: true

require "kobako"
require_relative "../spec/support/judge"

# Wrong calls of the methods of the core classes, a line for each: with too many arguments, with one of a wrong type, on
# a frozen receiver. CRuby and the guest must raise the same class with the same message, or both return.
# `ruby -Ilib fuzz/wrong_calls.rb` prints what differs by method and the rate; CALLS=FILE keeps the program.
module WrongCalls
  RECEIVERS = {
    "Array" => "[3, 1, 2]", "Hash" => "{ a: 1 }", "String" => '+"abc"', "Symbol" => ":abc", "Integer" => "7",
    "Float" => "1.5", "Range" => "(1..3)", "NilClass" => "nil", "Struct" => "POINT.new(1, 2)", "Proc" => "proc { 1 }",
    "Rational" => "(1/3r)", "Complex" => "2i", "Set" => "Set[1, 2]", "Time" => "Time.at(0).utc",
    "Object" => "Object.new",
    "Exception" => 'RuntimeError.new("e")', "Class" => "String", "MatchData" => '/b/.match("abc")', "Regexp" => "/b/"
  }.freeze
  ARGUMENTS = [nil, "nil", ":sym", '"text"', "1", "-1", "1.5", "[]", "{}", "Object.new", "2**70",
               "1, 2, 3, 4, 5"].freeze
  # What does not end, ends the process, prints, or answers by chance or by the time.
  LEFT_OUT = /\A(__|cycle|loop|exit|abort|sleep|gets|rand|sample|shuffle|hash|object_id|instance_eval|instance_exec|
                 binding|fork|exec|system|spawn|display|send|public_send|method_missing|class_eval|module_eval|pp|
                 pretty_|step|yield_self|then|tap|to_enum|enum_for|dup|clone|freeze|inspect|to_s|singleton|define_|
                 method|instance_|public_|private_|protected_|remove_|undef_|const_|class_|autoload|extend|include|
                 prepend|refine|attr|alias|nil\?|respond_to|is_a|kind_of|frozen|class\z|itself|set_temporary|crypt|
                 unicode|encode|force_enc|upto|downto|times|permutation|combination|product|repeated|lazy|each_entry|
                 allocate|new\z|superclass|subclasses|attached|ancestors|name\z|module_function|ruby2|set_backtrace|
                 backtrace|full_message|detailed|timeout|curry|source_loc|strftime|local|getlocal|zone)/x
  PRELUDE = <<~'RUBY'
    require "set"
    POINT = Struct.new(:x, :y)
    def tell(label)
      yield
      puts "#{label}\tnothing"
    rescue StandardError, NotImplementedError => e
      puts "#{label}\t#{e.class}: #{e.message}".gsub(/0x\h+/, "0x").gsub("\n", "\\n")
    end
  RUBY

  class << self
    # @return [Array<String>] expressions, for the methods that both sides have
    def calls
      RECEIVERS.flat_map do |_, receiver|
        methods_of(receiver).flat_map do |name|
          ARGUMENTS.map { |arguments| "#{receiver}.__send__(#{[":#{name.inspect}", *arguments].join(", ")})" } +
            ["#{receiver}.freeze.__send__(:#{name.inspect})"]
        end
      end
    end

    def run
      program = PRELUDE + calls.map { |call| "tell(#{call.inspect}) { #{call} }\n" }.join
      File.write(ENV["CALLS"], program) if ENV["CALLS"]
      report(lines(on_cruby(program)), lines(in_guest(program)))
    end

    private

    def methods_of(receiver)
      list = "p((#{receiver}).public_methods.map(&:to_s).sort)"
      (eval_names(on_cruby("#{PRELUDE}#{list}")) & eval_names(in_guest("#{PRELUDE}#{list}"))).grep_v(LEFT_OUT)
    end

    def eval_names(printed) = printed.scan(/"([^"]+)"/).flatten

    def lines(printed) = printed.lines.to_h { |line| line.chomp.split("\t", 2) }

    def on_cruby(program) = Open3.capture2e(*Judge::COMMAND, stdin_data: program).first

    def in_guest(program)
      sandbox = Kobako::Sandbox.new(timeout: 60, memory_limit: 256 << 20, stdout_limit: 32 << 20)
      sandbox.eval("#{program}\nnil")
      sandbox.stdout
    end

    def report(cruby, guest)
      differing = cruby.reject { |call, text| guest[call] == text }
      differing.each { |call, text| puts call, "  CRuby: #{text}", "  guest: #{guest[call]}" }
      equal = cruby.size - differing.size
      puts format("%<equal>d of %<all>d calls end the same, %<rate>.1f %%",
                  equal:, all: cruby.size, rate: 100.0 * equal / cruby.size)
    end
  end
end

WrongCalls.run if $PROGRAM_NAME == __FILE__
