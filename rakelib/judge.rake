# frozen_string_literal: true

# Compares what CRuby prints with spec/guest/expected, or writes it there.
judge = lambda do |texts, ruby, check|
  require_relative "../spec/support/expected_texts"
  differences = ExpectedTexts.differences(texts)
  ExpectedTexts.write(texts) unless check
  puts differences
  puts "#{ruby} judged #{texts.size} of #{GuestPrograms::SOURCES.size} programs, #{differences.size} differ"
  abort "spec/guest/expected is not what #{ruby} prints" if check && differences.any?
end

namespace :spec do
  desc "Write what the CRuby at hand prints for the programs of spec/guest, or compare it ([check])"
  task :judge, [:check] do |_, arguments|
    require_relative "../spec/support/judge"
    judge.call(Judge.texts, "CRuby #{RUBY_VERSION}", arguments[:check])
  end

  desc "The same with CRuby 4.0 for WebAssembly, run by Node (installs both in tmp/ from npm)"
  task :judge40, [:check] do |_, arguments|
    require_relative "../spec/support/judge40"
    judge.call(Judge40.install.texts, "CRuby 4.0", arguments[:check])
  end
end
