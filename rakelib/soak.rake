# frozen_string_literal: true

desc "Mix all that a host may do to its sandboxes over some minutes, and check every result"
task :soak, [:minutes] => :compile do |_, arguments|
  ruby "-Ilib", "fuzz/soak.rb", arguments.fetch(:minutes, "1")
end
