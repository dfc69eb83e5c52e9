# frozen_string_literal: true

require_relative "support/mruby_source"

namespace :spec do
  task :mruby_source do
    source = "tmp/mruby"
    unless File.directory?(source) && MrubySource.digest(source) == MrubySource::DIGEST
      rm_rf source
      MrubySource.unpack(source)
    end
  end

  desc "Run mruby's own tests inside the sandbox"
  task mruby: %i[compile mruby_source] do
    ruby "-Ilib", "spec/mruby/suite.rb", "tmp/mruby"
  end
end
