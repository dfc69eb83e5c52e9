# frozen_string_literal: true

RSpec.describe "The documents" do
  root = File.expand_path("..", __dir__)
  security = File.read("#{root}/docs/security.md")
  readme = File.read("#{root}/README.md")

  it "name specs that exist as the proofs of docs/security.md" do
    specs = security.scan(%r{`([\w/]+_spec\.rb)`}).flatten.uniq

    expect(specs.size).to be > 10
    expect(specs.reject { |spec| File.file?("#{root}/spec/#{spec}") }).to be_empty
  end

  it "prove each layer and each limit of docs/security.md by a spec" do
    rows = security.lines.grep(/\A\| (?!---|layer|limit \|)/)

    expect(rows.size).to be > 15
    expect(rows.grep_v(/_spec\.rb` \|\n\z/)).to be_empty
  end

  %w[README.md SECURITY.md CHANGELOG.md docs/abi.md docs/architecture.md docs/performance.md docs/security.md
     docs/guides/rails.md docs/guides/scripts.md docs/vocabulary.md docs/wire.md].each do |document|
    it "name files and folders that exist: #{document}" do
      paths = File.read("#{root}/#{document}")
                  .scan(%r{`((?:bin|benchmark|crates|data|docs|examples|ext|guest|lib|sig|spec)/[\w./-]*)`}).flatten

      expect(paths.reject { |path| File.exist?("#{root}/#{path}") }).to be_empty
    end
  end

  it "give in README.md the defaults of the limits" do
    options = Kobako::SandboxOptions.new

    expect(readme).to include("| `timeout:` | seconds of wall clock | #{options.timeout} |")
      .and include("guest's memory may grow | #{options.memory_limit >> 20} MiB |")
      .and include("kept of each stream | #{options.stdout_limit >> 20} MiB |")
      .and include("may hold | #{options.max_handles.to_s.sub(/(?=...\z)/, ",")} |")
  end

  it "name in README.md every error class" do
    errors = Kobako.constants.map { |name| Kobako.const_get(name) }.grep(Class).select { |mod| mod <= Kobako::Error }

    expect(errors.size).to be > 8
    expect(errors.map { |error| error.name.delete_prefix("Kobako::") }.reject { |name| readme.include?("`#{name}`") })
      .to be_empty
  end
end
