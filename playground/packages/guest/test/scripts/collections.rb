{ 1 => [nil, true, false], "text" => { deep: [[[]]] }, nil => {}, [1, 2] => Set[3, :four], 2.5 => (1..) }
