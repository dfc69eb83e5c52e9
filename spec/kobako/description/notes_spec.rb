# frozen_string_literal: true

require "kobako/description"
require "kobako/description/rbs_files"
require "support/code_mode_tools"
require "tempfile"
require "tmpdir"

RSpec.describe Kobako::Description::Notes do
  def lines(object, path = "Tools::It", only: nil, **options)
    sandbox = Kobako::Sandbox.new.bind(path, object, only:)
    Kobako::Description::Services.new(sandbox, notes: described_class.new(**options)).long_lines
  end

  def loaded(source)
    Tempfile.create(["tools", ".rb"]) do |file|
      file.write(source)
      file.flush
      yield Module.new.module_eval(source, file.path, 1)
    end
  end

  def rbs(text)
    Dir.mktmpdir do |folder|
      File.write("#{folder}/tools.rbs", text)
      yield folder
    end
  end

  describe "comments" do
    it "are the first paragraph above the method, and its tags" do
      expect(lines(CodeModeTools::Orders.new)).to include(
        "Tools::It.of(customer: String, limit: Integer | nil = …) -> Array[Hash[Symbol, Integer]]  # Orders of a " \
        "customer.",
        "Tools::It.refund(Integer id, Integer cents) -> String  # what was done",
        "Tools::It.find(id)"
      )
    end

    it "may have the name before the type, directions for tools, or none of either" do
      source = <<~RUBY
        # frozen_string_literal: true
        Class.new do
          # rubocop:disable Style/A
          # @param id [Integer] which
          # @!visibility public
          def typed(id) = id

          # Above a blank line.

          def bare = 1
          # An attribute.
          attr_reader :size
          #
          def empty = 1
        end
      RUBY

      expect(loaded(source) { |klass| lines(klass.new) })
        .to eq(["Tools::It.bare", "Tools::It.empty", "Tools::It.size  # An attribute.", "Tools::It.typed(Integer id)"])
    end

    it "stand above a lambda, too" do
      source = "# Doubles.\n# @return [Integer]\n->(number) { number * 2 }\n"

      expect(loaded(source) { |double| lines(double) }).to eq(["Tools::It.call(number) -> Integer  # Doubles."])
    end

    it "are told up to 160 characters" do
      source = "Class.new do\n# #{"é" * 200}\ndef a = 1\nend"

      expect(loaded(source) { |klass| lines(klass.new) }).to eq(["Tools::It.a  # #{"é" * 160}…"])
    end

    it "are none where the source is not there, or not wanted" do
      klass = Class.new { class_eval("# no\ndef a(b) = b", __FILE__, __LINE__) }

      expect(lines(klass.new)).to eq(["Tools::It.a(b)"])
      expect(lines(CodeModeTools::Orders.new, comments: false)).to include("Tools::It.of(customer:, limit: …)")
    end
  end

  describe "what is said by hand" do
    it "goes before comments, as a text, a type, or both" do
      by_hand = { "Tools::It" => "Orders of the shop.", "Tools::It.of" => "Whose.",
                  "Tools::It.find" => "(Integer) -> Order # One.", "Tools::It.total" => "(Order order) -> Integer" }

      expect(lines(CodeModeTools::Orders.new, by_hand:)).to include(
        "# Tools::It: Orders of the shop.", "Tools::It.find(Integer id) -> Order  # One.",
        "Tools::It.total(Order order) -> Integer", /\ATools::It\.of\(customer: String.*  # Whose\.\z/
      )
    end

    it "is told of data" do
      expect(lines({ vat: 19 },
                   by_hand: { "Tools::It" => "In percent." })).to eq(["Tools::It = {vat: 19}  # In percent."])
    end

    it "is text, and a type that can be read" do
      expect { described_class.new(by_hand: { "A.b" => 1 }) }
        .to raise_error(ArgumentError, 'describe: has a Integer for "A.b", expected text')
      expect { described_class.new(by_hand: { "A.b" => "(Integer -> x" }) }
        .to raise_error(ArgumentError,
                        /\Adescribe: has "\(Integer -> x" for A\.b, which is no type of a method \(write/)
    end
  end

  describe "RBS" do
    it "goes before comments, by the class that has the method" do
      text = <<~RBS
        module CodeModeTools
          class Orders
            # One order.
            #
            # Not told.
            def find: (Integer id) -> Order
            def refund: (Integer id, Integer cents) -> String | (Order order) -> String
            alias give_back refund
            attr_reader noted: Array[untyped]
          end
        end
      RBS
      told = rbs(text) do |folder|
        lines(Class.new(CodeModeTools::Orders).new, rbs: Kobako::Description::RBSFiles.new(folder))
      end

      expect(told).to include(
        "Tools::It.find(Integer id) -> Order  # One order.", "Tools::It.noted -> Array[untyped]",
        "Tools::It.refund(Integer id, Integer cents) -> String | refund(Order order) -> String  # what was done",
        /\ATools::It\.give_back\(Integer id, Integer cents\)/
      )
    end

    it "has the methods of a module" do
      stub_const("Rates", Module.new { def self.vat = 19 })
      told = rbs("module Rates\n  def self.vat: () -> Integer\nend") do |folder|
        lines(Rates, rbs: Kobako::Description::RBSFiles.new(["#{folder}/tools.rbs"]))
      end

      expect(told).to eq(["Tools::It.vat -> Integer"])
    end

    it "is refused where it is not there or cannot be read" do
      expect { Kobako::Description::RBSFiles.new("/nowhere") }
        .to raise_error(ArgumentError, 'rbs: has "/nowhere", where there is no RBS file')
      rbs("class") do |folder|
        expect do
          Kobako::Description::RBSFiles.new(folder)
        end.to raise_error(ArgumentError, /\Arbs: cannot read .*tools\.rbs: /)
      end
    end

    it "needs the gem" do
      files = Kobako::Description::RBSFiles.allocate
      allow(files).to receive(:require).with("rbs").and_raise(LoadError)

      expect { files.send(:initialize, []) }
        .to raise_error(ArgumentError,
                        "rbs: needs the gem rbs, which is not there (add it to the Gemfile, or pass describe:)")
    end
  end

  it "is of what is answered by method_missing, which has no comments and no names" do
    klass = Class.new do
      # For all names.
      def method_missing(name, *) = name == :price ? 5 : super
      def respond_to_missing?(name, all = false) = name == :price || super
    end
    by_hand = { "Tools::It.price" => "(Integer) -> Integer" }

    expect(lines(klass.new, only: %i[price])).to eq(["Tools::It.price"])
    expect(lines(klass.new, only: %i[price], by_hand:)).to eq(["Tools::It.price(Integer value) -> Integer"])
  end

  it "makes services be told a line for a method" do
    sandbox = Kobako::Sandbox.new.bind("Tools::It", CodeModeTools::Orders.new, only: %i[of find])

    expect(Kobako::Description::Services.new(sandbox).lines).to eq(
      ["Tools::It.find(id)",
       "Tools::It.of(customer: String, limit: Integer | nil = …) -> Array[Hash[Symbol, Integer]]  # Orders of a " \
       "customer."]
    )
  end
end
