# The upper half of each encoding of one byte a character, as the building Ruby converts it.
SINGLE_BYTE = %w[
  ISO-8859-2 ISO-8859-5 ISO-8859-9 ISO-8859-15 Windows-1250 Windows-1251 Windows-1252 IBM437 KOI8-R
].freeze

MRuby::Gem::Specification.new("kobako-encoding") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "The encodings of strings, and what goes by characters: upcase, tr, encode"
  spec.add_dependency "kobako-core"
  spec.add_dependency "kobako-onig"

  rows = SINGLE_BYTE.map do |name|
    (128..255).map { |byte| byte.chr(name).encode("UTF-8").ord rescue 0 }.join(",")
  end
  tables = "static const uint16_t upper_halves[][128] = {\n#{rows.map { |row| "{#{row}},\n" }.join}};\n"
  file = "#{build_dir}/single_bytes.h"
  mkdir_p build_dir, verbose: false
  File.write(file, tables) unless File.exist?(file) && File.read(file) == tables
  # Of rakelib/support/unicode_tables.rb.
  spec.cc.include_paths << build_dir << ENV.fetch("KOBAKO_UNICODE")
end
