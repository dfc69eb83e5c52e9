# frozen_string_literal: true

RSpec.describe "Settings of one run" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 600) }

  def run_by(way, code, &)
    case way
    when :eval then sandbox.eval(code, &)
    when :run then sandbox.run(:Main, code, &)
    when :execute then sandbox.execute(code, &).value
    when :call then sandbox.call(:Main, code, &).value
    end
  end

  before { sandbox.preload(code: "Main = ->(code) { eval(code) }", name: :Main) }

  %i[eval run execute call].each do |way|
    it "are given in the block of #{way}" do
      run = nil
      value = run_by(way, "7") do |settings|
        run = settings
        settings.name = "tenant-7/price"
        settings.timeout = 5
        settings.memory_limit = 4 << 20
      end

      expect(value).to eq(7)
      expect(run).to be_a(Kobako::Execution).and have_attributes(name: "tenant-7/price", ok?: true)
    end

    it "limit the time of #{way}" do
      expect { run_by(way, "loop {}") { |run| run.timeout = 0.05 } }
        .to raise_error(Kobako::TimeoutError, /timeout is 0.05 s/)
      expect(run_by(way, "1")).to eq(1)
    end
  end

  it "limit the memory of a run, which the sandbox's own limit does not" do
    large = "x = 'x' * 3_000_000; x.size"
    expect { sandbox.eval(large) }.to raise_error(Kobako::MemoryLimitError)
    expect(sandbox.eval(large) { |run| run.memory_limit = 8 << 20 }).to eq(3_000_000)
    expect(sandbox.eval(large) { |run| run.memory_limit = nil }).to eq(3_000_000)
  end

  it "are checked as the sandbox's are", :misuse do
    { timeout: [0, -1, Float::NAN, Float::INFINITY, "1"], memory_limit: [0, 1.5, 2**63] }.each do |name, values|
      values.each do |value|
        expect { sandbox.eval("1") { |run| run.public_send("#{name}=", value) } }
          .to raise_error(ArgumentError, /#{name} is/)
      end
    end
  end

  it "are spent once the block has returned", :misuse do
    kept = nil
    sandbox.eval("1") { |run| kept = run }
    { name: 1, timeout: 1, memory_limit: 1 }.each do |name, value|
      expect { kept.public_send("#{name}=", value) }.to raise_error(ArgumentError, /#{name}= is a setting of a run/)
    end
    expect { kept.bind("A", 1) }.to raise_error(ArgumentError, /bind is a setting/)
    expect { kept.on_output { nil } }.to raise_error(ArgumentError, /on_output is a setting/)
  end

  it "raise what the block raises, and the guest does not run" do
    sandbox.bind("Host", -> { raise "not reached" })
    expect { sandbox.eval("Host.call") { raise KeyError, "no tenant" } }.to raise_error(KeyError, "no tenant")
  end

  describe "for output" do
    let(:heard) { [] }

    it "hand it on as it comes, before a service that is called later" do
      sandbox.bind("Host", -> { heard << :service })
      sandbox.eval("print 'a'; Host.call; print 'b'; warn 'c'") { |run| run.on_output { |*piece| heard << piece } }

      expect(heard).to eq([[:stdout, "a"], :service, [:stdout, "b"], [:stderr, "c\n"]])
    end

    it "hand it on in the order in which both streams were written" do
      code = "print 'a'; $stderr.print 'b'; print 'c'; print 'd'; warn 'e'; $stderr.print 'f'; print 'é'"
      small = Kobako::Sandbox.new(stderr_limit: 2)
      small.eval("200.times { #{code} }") { |run| run.on_output { |*piece| heard << piece } }
      pieces = heard.slice_when { |(before, _), (after, _)| before != after }
                    .map { |group| [group.first.first, group.map(&:last).join] }

      expect(pieces).to eq([[:stdout, "a"], [:stderr, "b"], [:stdout, "cd"], [:stderr, "e"],
                            [:stdout, "é#{"acdé" * 199}"]])
    end

    it "hand it on while the guest computes" do
      run = nil
      code = "print 'begun'; loop {}"
      sandbox.execute(code) do |settings|
        run = settings
        settings.on_output { |*piece| (heard << piece) && run.cancel }
      end

      expect(run.error).to be_a(Kobako::CancelledError)
      expect(heard).to eq([[:stdout, "begun"]])
    end

    it "hand on whole characters" do
      sandbox.bind("Host", -> {})
      code = "'é€😀x'.each_byte { |b| print b.chr; Host.call }"
      sandbox.eval(code) { |run| run.on_output { |_, text| heard << text } }

      expect(heard).to eq(%w[é € 😀 x])
    end

    it "hand on the rest that is no character as bytes" do
      sandbox.eval("print \"ab\\xE2\\x82\"") { |run| run.on_output { |_, text| heard << text } }

      expect(heard).to eq(["ab", "\xE2\x82".b])
      expect(heard.last.encoding).to eq(Encoding::BINARY)
    end

    it "hand on that rest of a run that fails too" do
      failing = "print \"ab\\xE2\\x82\"; raise 'gone'"
      listen = ->(run) { run.on_output { |_, text| heard << text } }
      expect { sandbox.eval(failing, &listen) }.to raise_error(Kobako::SandboxError, "gone")
      sandbox.execute(failing, &listen)

      expect(heard).to eq(["ab", "\xE2\x82".b] * 2)
    end

    it "end at the limit" do
      small = Kobako::Sandbox.new(stdout_limit: 5)
      small.eval("print 'abcdefgh'") { |run| run.on_output { |_, text| heard << text } }

      expect(heard).to eq(["abcde"])
    end

    it "end the run when the listener raises" do
      expect { sandbox.eval("print 1; loop {}") { |run| run.on_output { raise IOError, "gone" } } }
        .to raise_error(IOError, "gone")
      expect(sandbox.eval("1")).to eq(1)
    end

    it "may be the sandbox's, for each run", :misuse do
      loud = Kobako::Sandbox.new(on_output: ->(*piece) { heard << piece })
      loud.preload(code: "Main = -> { print 2 }", name: :Main)
      loud.eval("print 1")
      loud.run(:Main)

      expect(heard).to eq([[:stdout, "1"], [:stdout, "2"]])
      expect { Kobako::Sandbox.new(on_output: 5) }.to raise_error(ArgumentError, /on_output is a Integer/)
    end
  end
end
