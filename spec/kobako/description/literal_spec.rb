# frozen_string_literal: true

require "kobako/description"
require "open3"
require "rbconfig"

RSpec.describe Kobako::Description::Literal do
  # But U+0085, which Ruby 4 does not print.
  it "writes characters as Ruby does" do
    codes = [*0..0x84, *0x86..0xD7FF, *0xE000..0xFFFF, *(0x10000..0x10FFFF).step(37)]
    wrong = codes.reject { |code| described_class.string([code].pack("U")) == [code].pack("U").inspect }

    expect(wrong).to be_empty
  end

  it "writes what stands beside others, and bytes that are no text, as Ruby does" do
    texts = ["", "\#{a", "\#$a", "\#@a", "# a", "#", "a\xC3", "\xE2\x82é\xFF\u0000", "\xFF", "caf\xE9".b, "\\\"\n"]

    expect(texts.map { |text| described_class.string(text) }).to eq(texts.map(&:inspect))
  end

  it "writes Symbols as Ruby does" do
    names = ["a", "A", "é", "É1", "日本", "é😀", "a?", "a!", "a=", "é?", "é=", "é?=", "@é", "@@é", "$é", "@é?", "1é",
             "é é", "é\u200B", "+", "[]=", "", "a b", "é\n", "@", "nil", "é-"]

    expect(names.map { |name| ":#{described_class.name(name)}" }).to eq(names.map { |name| name.to_sym.inspect })
  end

  it "does not depend on the locale" do
    code = 'require "kobako/description"; $stdout.binmode; e = "\u00E9"; ' \
           'print Kobako::Description::ValueText.new([e, e.to_sym, { e.to_sym => 1, e => "\u{10FFFF}" }], 100).text'
    text, = Open3.capture2({ "LC_ALL" => "C", "LANG" => nil }, RbConfig.ruby,
                           "-I#{File.expand_path("../../../lib", __dir__)}", "-e", code)

    expect(text.force_encoding("UTF-8")).to eq('["é", :é, {é: 1, "é" => "\u{10FFFF}"}]')
  end
end
