# frozen_string_literal: true

require "support/unhurried"

RSpec.describe "What a search by a Regexp may use" do
  include Unhurried

  let(:sandbox) { Kobako::Sandbox.new }

  # Each with the length of what it matches, 0 for none.
  {
    'text = "a" * 10_000; text[/(a|b)*$/]' => 10_000,
    'text = %(") + "a" * 50_000 + %("); text[/"(?:[^"\\\\]|\\\\.)*"/]' => 50_002,
    'text = %(") + "a\\\\n" * 17_000 + %("); text[/"(?:[^"\\\\]|\\\\.)*"/]' => 51_002,
    'text = "a" * 50_000; text[/.*.*=/]' => 0,
    'text = "ab" * 25_000; text[/(?:(a)|(b))*$/]' => 50_000,
    'text = "ab" * 25_000; text[/(?>a|b)*c/]' => 0,
    'text = "ab" * 25_000; text[/(?:a(?=b)b)*$/]' => 50_000,
    'text = "ab" * 25_000; text[/(?:ab){3,}$/]' => 50_000
  }.each do |script, length|
    it "is within the default memory limit for #{script}" do
      expect(sandbox.eval("(#{script}).to_s.size")).to eq(length)
      expect(sandbox.usage.memory_peak).to be < 1 << 20
    end
  end

  describe "its stack" do
    let(:script) { 'text = "ab" * 30_000; /(?:a(.)|ab)*/ =~ text' }

    it "is bounded: beyond it RegexpError says the limit and a way out" do
      expect { sandbox.eval(script) }.to raise_error(Kobako::SandboxError) { |error|
        expect(error.klass).to eq("RegexpError")
        expect(error.message).to match(/more than 384 KiB.*the limit \(let the branches.*\): /)
      }
    end

    it "is given back, as often as a script rescues that" do
      expect(sandbox.eval(<<~'RUBY')).to eq([20, 0, "b"])
        text = "ab" * 30_000
        errors = 20.times.count { (/(?:a(.)|ab)*/ =~ text) && false rescue $!.is_a?(RegexpError) }
        [errors, text[0, 10_000] =~ /(?:a(.)|ab)*/, $1]
      RUBY
      expect(sandbox.usage.memory_peak).to be < 1 << 20
    end
  end

  describe "the time of patterns that have many ways" do
    ["/^(a*)*$/", "/(a*)*c/", "/^(a+)+$/", "/^(([a-z])+.)+[A-Z]([a-z])+$/", "/(a|a)*c/", "/(a|aa){1,50}c/",
     "/(?:(?:aa?){2,}){2,}c/", "/(?=(a*)*c)a/", "/(?!(a|aa)*b)c/", "/(?>(a|aa)*)c/"].each do |pattern|
      it "grows as the text for #{pattern}" do
        answers = sandbox.eval("[#{pattern}.match?('a' * 1000 + '!'), Regexp.linear_time?(#{pattern})]")
        expect(answers).to eq([false, true])
      end
    end

    it "does so for (x+x+)+y" do
      expect(sandbox.eval('("x" * 1000).match?(/(x+x+)+y/)')).to be(false)
    end

    it "is not known to for references back and calls" do
      expect(sandbox.eval('[/(a)\1/, /\((?:a|\g<0>)*\)/, /(?<a>a)\k<a>/].map { |re| Regexp.linear_time?(re) }'))
        .to eq([false, false, false])
      expect(sandbox.eval('[Regexp.linear_time?("a+", Regexp::IGNORECASE), Regexp.linear_time?(/(?<=a)(b|c)*/)]'))
        .to eq([true, true])
    end
  end

  describe "its timeout" do
    let(:slow) { '/^(?:(a+)+)+\1\1b/ =~ "a" * 40' }

    it "is that of Regexp.timeout=, a Regexp::TimeoutError that a script can rescue" do
      expect(sandbox.eval(<<~RUBY)).to eq(["Regexp::TimeoutError", "regexp match timeout", true, 0.02])
        Regexp.timeout = 0.02
        begin
          #{slow}
        rescue => e
          [e.class.name, e.message, e.is_a?(RegexpError), Regexp.timeout]
        end
      RUBY
      expect(sandbox.eval("Regexp.timeout")).to be_nil
    end

    it "is the pattern's own where it has one" do
      expect(sandbox.eval(<<~'RUBY')).to eq([0.02, nil, nil, "Regexp::TimeoutError", 0])
        own = Regexp.new('^(?:(a+)+)+\1\1b', timeout: 0.02)
        Regexp.timeout = 50
        error = (own =~ "a" * 40 rescue $!.class.name)
        [own.timeout, /a/.timeout, Regexp.new(own.source).timeout, error, /a/ =~ "a"]
      RUBY
    end

    it "must be above 0" do
      expect(sandbox.eval(<<~'RUBY')).to eq(["invalid timeout: 0", "invalid timeout: -1", nil])
        [0, -1].map { |seconds| (Regexp.timeout = seconds) rescue $!.message } << (Regexp.timeout = nil)
      RUBY
    end

    it "does not hold up the sandbox's own" do
      sandbox = Kobako::Sandbox.new(timeout: 0.1)
      expect { sandbox.eval("Regexp.timeout = 50; #{slow}") }.to raise_error(Kobako::TimeoutError)
      expect(unhurried(sandbox, '"ab" =~ /b/')).to eq(1)
    end
  end
end
