# frozen_string_literal: true

desc "Print where the cycles of a script go, by function of the guest: rake 'profile[benchmark/kernels/each.rb]'"
task :profile, %i[script seconds] => "guest:bake" do |_, arguments|
  require_relative "support/guest_profile"
  script = arguments[:script] or abort "usage: rake 'profile[SCRIPT]' or 'profile[SCRIPT,SECONDS]'"
  puts GuestProfile.new(Dir.pwd).table(script, Float(arguments[:seconds] || 3))
end
