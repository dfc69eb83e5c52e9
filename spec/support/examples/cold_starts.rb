# frozen_string_literal: true

require "tmpdir"
require "support/cold_starts"
require "support/hostile_module"

# A module in `@wasm`, and the folder of a cache in `@cache`.
RSpec.shared_context "with an empty cache" do
  include ColdStarts
  include Processes

  around do |example|
    Dir.mktmpdir do |folder|
      File.binwrite(@wasm = File.join(folder, "guest.wasm"), HostileModule.assemble(HostileModule.wat))
      Dir.mkdir(@cache = File.join(folder, "cache"), 0o700)
      example.run
    end
  end

  def start(&) = begin_start(@wasm, @cache, { "KOBAKO_CACHE_DIR" => @cache }, &)
end
