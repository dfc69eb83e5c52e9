# frozen_string_literal: true

require "fileutils"
require "tmpdir"

RSpec.describe "Kobako.stats" do
  let(:sandbox) { Kobako::Sandbox.new }

  it "counts the runs that are under way" do
    sandbox.bind("Host", -> { Kobako.stats[:slots_in_use] })
    GC.start
    before = Kobako.stats.fetch(:slots_in_use)

    expect(sandbox.eval("Host.call")).to eq(before && (before + 1))
    expect(Kobako.stats).to include(slots: 512, guests: be_positive)
  end

  it "counts the guests that are loaded, the programs that are kept, and their bytes" do
    Dir.mktmpdir do |folder|
      wasm_path = File.join(folder, "guest.wasm")
      FileUtils.cp(Kobako::Sandbox::DEFAULT_WASM_PATH, wasm_path)
      before = Kobako.stats
      other = Kobako::Sandbox.new(wasm_path:)
      12.times { other.eval("x = #{"2 + " * 400}1") }

      expect(Kobako.stats).to include(guests: before[:guests] + 1, programs: before[:programs] + 1,
                                      program_bytes: be > before[:program_bytes])
    end
  end
end
