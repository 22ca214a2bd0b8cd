"""The pages that the navigation leads to."""
