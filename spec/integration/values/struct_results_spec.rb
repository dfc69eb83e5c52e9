# frozen_string_literal: true

RSpec.describe "Structs and Data of a script in its results" do
  let(:sandbox) { Kobako::Sandbox.new(results: :hash) }

  it "are Hashes with Symbol keys where results: is :hash, at every depth" do
    expect(sandbox.eval("Point = Struct.new(:x, :y); [Point.new(1, Point.new(2, nil)), { p: Point.new(3, 4).freeze }]"))
      .to eq([{ x: 1, y: { x: 2, y: nil } }, { p: { x: 3, y: 4 } }])
    expect(sandbox.eval("Point = Data.define(:x, :y); Point.new(x: 1, y: [Point.new(2, 3)])"))
      .to eq({ x: 1, y: [{ x: 2, y: 3 }] })
    expect(sandbox.eval("class P < Struct.new(:x, keyword_init: true); def x = 9; end; P.new(x: 1)")).to eq({ x: 1 })
    expect(sandbox.eval("Data.define.new")).to eq({})
  end

  it "are Hashes in the results of run" do
    sandbox.preload(code: "Point = Struct.new(:x); Make = ->(x) { Point.new(x) }", name: :Make)

    expect(sandbox.run(:Make, Time.at(0))).to eq({ x: Time.at(0) })
  end

  it "are an error that names results: without" do
    expect { Kobako::Sandbox.new.eval("Point = Struct.new(:x); [Point.new(1)]") }
      .to raise_error(Kobako::SandboxError, /Point cannot leave the sandbox as it is .*results: :hash/) { |error|
        expect([error.klass, error.origin]).to eq(%w[TypeError sandbox])
      }
  end

  it "are an error where they hold what cannot cross" do
    expect { sandbox.eval("Struct.new(:x).new(Object.new)") }
      .to raise_error(Kobako::SandboxError, /Object cannot leave/)
    expect { sandbox.eval("P = Struct.new(:x); p = P.new; p.x = p; p") }
      .to raise_error(Kobako::SandboxError, /nested deeper than 128 levels/)
  end

  it "do not go to services" do
    sandbox.define(:Host).bind(:Take, ->(value) { value })

    expect(sandbox.eval("P = Struct.new(:x); begin; Host::Take.call(P.new(1)); rescue TypeError => e; e.message; end"))
      .to start_with("P cannot leave the sandbox")
  end
end
