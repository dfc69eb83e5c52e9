# frozen_string_literal: true

require_relative "support/mruby_source"

namespace :spec do
  desc "Run mruby's own tests inside the sandbox"
  task mruby: :compile do
    source = "tmp/mruby"
    unless File.directory?(source) && MrubySource.digest(source) == MrubySource::DIGEST
      rm_rf source
      MrubySource.unpack(source)
    end
    ruby "-Ilib", "spec/mruby/suite.rb", source
  end
end
