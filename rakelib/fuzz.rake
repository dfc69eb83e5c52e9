# frozen_string_literal: true

require "digest"
require_relative "support/wire_vectors"

cargo_fuzz = "0.13.2"
crate = "crates/wire"
build = File.expand_path("fuzz", ENV.fetch("CARGO_TARGET_DIR", "target"))
decoders = Dir["#{crate}/fuzz/fuzz_targets/*.rs"].map { |path| File.basename(path, ".rs") }.sort
drivers = %w[programs checks guest_memory messages journals hostile_journals].map { |name| "fuzz/#{name}.rb" }

desc "Fuzz decoders, programs, guest memory, messages, journals, modules and cached code, for some seconds in all"
task :fuzz, [:seconds] => %w[fuzz:installed compile] do |_, arguments|
  seconds = [Integer(arguments.fetch(:seconds, 60), 10) / (decoders.size + drivers.size + 1), 1].max
  drivers.each { |driver| ruby "-Ilib", driver, seconds.to_s }
  sh({ "KOBAKO_FUZZ_SECONDS" => seconds.to_s },
     "cargo", "test", "--release", "--locked", "--package", "kobako-engine", "--test", "engine", "fuzz::")
  decoders.each do |target|
    mkdir_p "#{crate}/fuzz/corpus/#{target}", verbose: false
    # No sanitizer, which would need a nightly compiler: the crate forbids unsafe code.
    sh "cargo", "fuzz", "run", "--sanitizer", "none", "--target-dir", build,
       target, "fuzz/corpus/#{target}", "fuzz/seeds/#{target}", "--",
       "-max_total_time=#{seconds}", "-max_len=4096", "-timeout=5", "-rss_limit_mb=512",
       "-verbosity=0", "-print_final_stats=1",
       chdir: crate
  end
end

namespace :fuzz do
  task :installed do
    next if system("cargo", "fuzz", "--version", out: File::NULL, err: File::NULL)

    abort "cargo-fuzz is missing, install it: cargo install cargo-fuzz --locked --version #{cargo_fuzz}"
  end

  desc "Install the cargo-fuzz that rake fuzz needs, if there is none"
  task :setup do
    next if system("cargo", "fuzz", "--version", out: File::NULL, err: File::NULL)

    sh "cargo", "install", "cargo-fuzz", "--locked", "--version", cargo_fuzz
  end

  desc "Write the seeds anew from the golden vectors"
  task :seeds do
    seeds = { "value" => WireVectors.values, "envelopes" => WireVectors.envelopes }
    seeds.each do |target, messages|
      folder = "#{crate}/fuzz/seeds/#{target}"
      rm_rf folder
      mkdir_p folder
      messages.select { |bytes| bytes.bytesize <= 160 }.uniq.each do |bytes|
        File.binwrite("#{folder}/#{Digest::SHA1.hexdigest(bytes)[0, 12]}", bytes)
      end
    end
  end
end
