"""What a person looks at, one module for each screen or panel."""
