# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Services do
  include Command

  def printed(*arguments, **options) = kobako(*arguments, **options).to_a

  it "gives scripts what the blocks of several files bind" do
    files = { "orders.rb" => <<~RUBY, "acme.rb" => <<~RUBY }
      class FiledOrders
        def find(id) = { id:, cents: 4200 }
      end
      Kobako::CLI.services { |sandbox| sandbox.bind("Shop::Orders", FiledOrders.new) }
      Kobako::CLI.services { |sandbox| sandbox.bind("Rates", { vat: 19 }) }
    RUBY
      Kobako::CLI.services { |sandbox| sandbox.library("acme", "module Acme; VAT = Rates[:vat]; end") }
    RUBY
    in_folder(files) do
      expect(printed("--require", "orders.rb", "-r", "acme.rb", "-e",
                     'require "acme"; [Shop::Orders.find(7), Acme::VAT]'))
        .to eq([0, "[{id: 7, cents: 4200}, 19]\n", ""])
      expect(printed("-r", "acme.rb", "-e", "Shop::Orders")).to match([1, "", /uninitialized constant Shop/])
    end
  end

  it "tells of what a service raised, with its place" do
    code = "class Failing\n  def call = raise(KeyError, 'no order')\nend\n" \
           "Kobako::CLI.services { |sandbox| sandbox.bind('A', Failing.new) }"

    in_folder("s.rb" => code) do |folder|
      expect(printed("-r", "s.rb", "-e", "\nA.call").last.lines).to match(
        ["-e:2:in '<main>': KeyError: no order (Kobako::ServiceError)\n",
         a_string_starting_with("caused by KeyError: no order (#{File.realpath(folder)}/s.rb:2:in ")]
      )
    end
  end

  it "tells of exceptions whose message is no text in UTF-8, or none" do
    code = <<~'RUBY'
      failing = Class.new do
        def wide = raise("é".encode("UTF-16LE"))
        def bytes = raise("\xE9".b)
        def none = raise(Class.new(StandardError) { def message = raise("again") })
      end
      Kobako::CLI.services { |sandbox| sandbox.bind("A", failing.new) }
    RUBY

    in_folder("é.rb" => code) do
      expect(%w[wide bytes none].map { |name| printed("-r", "é.rb", "-e", "A.#{name}").last.lines[1] })
        .to match([%r{\Acaused by RuntimeError: é \(/.*é\.rb:2:}, %r{\Acaused by RuntimeError: \uFFFD \(/.*é\.rb:3:},
                   %r{\Acaused by #<Class:0x\h+>: its message raised RuntimeError \(/.*é\.rb:4:}])
    end
  end

  it "tells of a file whose name is no text" do
    in_folder("\xFF.rb" => "\nraise 'café'") do
      expect(printed("-r", "\xFF.rb", "-e", "1"))
        .to match([2, "", %r{\Akobako: --require \?\.rb raised RuntimeError: café \(/.*\uFFFD\.rb:2:}])
    end
  end

  it "says what is wrong with a file, and ends with 2" do
    files = { "raises.rb" => "\nraise 'boom'", "syntax.rb" => "def f", "load.rb" => "require 'nothing/such'",
              "block.rb" => "Kobako::CLI.services { |sandbox|\n sandbox.bind('a', 1) }",
              "snippet.rb" => "Kobako::CLI.services { |sandbox| sandbox.preload(name: :A, code: '1 +') }" }
    in_folder(files) do |folder|
      left = files.keys.to_h { |name| [name, printed("-r", name, "-e", "1")] }

      expect(left.values.map { |status, out, _| [status, out] }.uniq).to eq([[2, ""]])
      expect(left["raises.rb"].last)
        .to start_with("kobako: --require raises.rb raised RuntimeError: boom (#{File.realpath(folder)}/raises.rb:2:")
      expect(left["syntax.rb"].last).to start_with("kobako: --require syntax.rb raised SyntaxError: ")
      expect(left["load.rb"].last).to start_with("kobako: --require load.rb raised LoadError: ")
      expect(left["block.rb"].last).to match(/\Akobako: --require block\.rb raised ArgumentError: .*\(.*block\.rb:2:/)
      expect(left["snippet.rb"].last).to match(/raised Kobako::SandboxError: .*unexpected end-of-input/)
      expect(printed("-r", "missing.rb", "-e", "1")).to eq([2, "", "kobako: --require missing.rb: no such file\n"])
      expect(printed("-r", ".", "-e", "1")).to eq([2, "", "kobako: --require .: is a folder, expected a file\n"])
    end
  end

  it "refuses services without a block", :misuse do
    in_folder("s.rb" => "Kobako::CLI.services") do
      expect(printed("-r", "s.rb", "-e", "1"))
        .to match([2, "", /raised ArgumentError: Kobako::CLI\.services takes a block, which gets the sandbox/])
    end
  end

  it "lets a file end the command" do
    in_folder("s.rb" => "exit 5") do
      expect { kobako("-r", "s.rb", "-e", "1") }.to raise_error(SystemExit) { |error| expect(error.status).to eq(5) }
    end
  end
end
